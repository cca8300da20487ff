import { mixColors } from './contrast.js';
import type { Surface, Theme } from './themes.js';

/**
 * A theme for readers who need firm edges: second-rank text as dark as the first, every edge of an area in ink. Fills
 * stay, so that a class keeps its colour.
 */
export function raiseContrast(theme: Theme): Theme {
  const firm = (surface: Surface): Surface => ({
    ...surface,
    stroke: theme.ink,
    patternColor: surface.pattern === null ? surface.patternColor : mixColors(surface.patternColor, theme.ink, 0.5),
    text: surface.fill === theme.ground ? theme.ink : surface.text,
  });
  const dress = <Key extends string>(surfaces: Readonly<Record<Key, Surface>>): Record<Key, Surface> =>
    Object.fromEntries(Object.entries<Surface>(surfaces).map(([key, surface]) => [key, firm(surface)])) as Record<
      Key,
      Surface
    >;
  return {
    ...theme,
    quiet: theme.ink,
    hairline: theme.quiet,
    edge: theme.ink,
    outline: theme.ink,
    nothing: dress(theme.nothing),
    rollout: dress(theme.rollout),
  };
}
