/** A value computed on first use; `peek` looks without computing, `forget` lets it be computed anew. */
export interface Lazy<T> {
  (): T;
  peek: () => T | undefined;
  forget: () => void;
}

/**
 * Computes a value when it is first asked for, and keeps it.
 *
 * @example const frame = lazily(() => formFrame(context, compiled, moment, members));
 */
export function lazily<T>(compute: () => T): Lazy<T> {
  let value: { readonly of: T } | undefined;
  const lazy = (() => (value ??= { of: compute() }).of) as Lazy<T>;
  lazy.peek = () => value?.of;
  lazy.forget = () => {
    value = undefined;
  };
  return lazy;
}
