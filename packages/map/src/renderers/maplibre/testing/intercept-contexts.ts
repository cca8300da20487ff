import { vi } from 'vitest';

type GetContext = (this: HTMLCanvasElement, ...given: readonly unknown[]) => RenderingContext | null;

/**
 * Answers every request for a drawing context until mocks are restored.
 *
 * @param answer given the canvas, the kind asked for, and what the browser would answer
 */
export function interceptContexts(
  answer: (request: {
    readonly canvas: HTMLCanvasElement;
    readonly kind: unknown;
    readonly ask: () => RenderingContext | null;
  }) => RenderingContext | null,
): void {
  const real = Reflect.get(HTMLCanvasElement.prototype, 'getContext') as GetContext;
  const intercept: GetContext = function (this: HTMLCanvasElement, ...given) {
    return answer({ canvas: this, kind: given[0], ask: () => Reflect.apply(real, this, given) });
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(intercept as HTMLCanvasElement['getContext']);
}
