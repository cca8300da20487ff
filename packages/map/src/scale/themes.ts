import type { Light, RolloutState } from '@guatu/core';
import type { AreaPaint, GlyphShape, Nothing, SceneInk } from '../scene/scene.js';
import type { Hex } from './contrast.js';
import {
  ATTAINMENT_ON_DARK,
  ATTAINMENT_ON_LIGHT,
  CHANGE_ON_DARK,
  CHANGE_ON_LIGHT,
  FIGURE_ON_DARK,
  FIGURE_ON_LIGHT,
} from './ramps.js';
import type { ChangeRamps } from './ramps.js';

export const THEME_NAMES = ['light', 'dark', 'government-red', 'big-screen'] as const;

export type ThemeName = (typeof THEME_NAMES)[number];

/** What an area looks like apart from its place, and the text that reads on it. */
export interface Surface extends Pick<
  AreaPaint,
  'fill' | 'pattern' | 'patternColor' | 'stroke' | 'strokeWidth' | 'dashed'
> {
  readonly text: Hex;
}

export interface LightSign {
  readonly shape: GlyphShape;
  readonly fill: Hex;
  /** Dark and light edge; the one that stands out from what it lies on is drawn. */
  readonly edges: readonly [dark: Hex, light: Hex];
}

/** Colours of one theme. The chrome varies; data is painted from the two ramps, which are never red. */
export interface Theme {
  readonly name: ThemeName;
  readonly scheme: 'light' | 'dark';
  /** Page behind the panels, and the panels the map lies on. */
  readonly page: Hex;
  readonly ground: Hex;
  readonly ink: Hex;
  /** Second-rank text, 4.5:1 on the ground. */
  readonly quiet: Hex;
  readonly hairline: Hex;
  /** Borders of townships on a geographic map. */
  readonly outline: Hex;
  /** Headings, buttons, the chosen item. */
  readonly accent: Hex;
  readonly accentText: Hex;
  /** Rings around the selected and the pointed-at area. */
  readonly ring: Hex;
  /** The firm edge of a zero. */
  readonly edge: Hex;
  /** Dark and light text for fills, whichever reads better is used. */
  readonly onData: readonly [dark: Hex, light: Hex];
  readonly attainment: readonly Hex[];
  readonly figure: readonly Hex[];
  readonly change: ChangeRamps;
  readonly nothing: Readonly<Record<Nothing, Surface>>;
  readonly rollout: Readonly<Record<Exclude<RolloutState, 'none'>, Surface>>;
  readonly lights: Readonly<Record<Light, LightSign>>;
}

const solid = (fill: Hex, stroke: Hex, text: Hex): Surface => ({
  fill,
  pattern: null,
  patternColor: fill,
  stroke,
  strokeWidth: 1,
  dashed: false,
  text,
});

const lights: Theme['lights'] = {
  green: { shape: 'circle', fill: '#1e8e3e', edges: ['#06401a', '#ffffff'] },
  yellow: { shape: 'diamond', fill: '#f2b01e', edges: ['#4a3100', '#fff3d0'] },
  red: { shape: 'triangle', fill: '#c5221f', edges: ['#7d0f0d', '#ffffff'] },
};

const light: Theme = {
  name: 'light',
  scheme: 'light',
  page: '#f4f6f9',
  ground: '#ffffff',
  ink: '#172033',
  quiet: '#566176',
  hairline: '#dde3eb',
  outline: '#3b4659',
  accent: '#0f6e60',
  accentText: '#ffffff',
  ring: '#172033',
  edge: '#566176',
  onData: ['#172033', '#ffffff'],
  attainment: ATTAINMENT_ON_LIGHT,
  figure: FIGURE_ON_LIGHT,
  change: CHANGE_ON_LIGHT,
  nothing: {
    notStarted: { ...solid('#ffffff', '#aab4c3', '#566176'), dashed: true },
    noData: { ...solid('#ffffff', '#8a95a8', '#172033'), pattern: 'dots', patternColor: '#a9b3c2' },
    notApplicable: solid('#ffffff', '#c3cad6', '#566176'),
    notComputable: { ...solid('#ffffff', '#8a95a8', '#172033'), pattern: 'falling', patternColor: '#c3cad6' },
    notReportedHere: { ...solid('#f6f7f9', '#d5dbe4', '#3b4659'), pattern: 'hatch', patternColor: '#dde2ea' },
  },
  rollout: {
    started: solid('#1a7b6c', '#1a7b6c', '#ffffff'),
    due: { ...solid('#d9ece7', '#4b9b8c', '#172033'), pattern: 'lines', patternColor: '#a9d0c7' },
    late: { ...solid('#ffffff', '#172033', '#172033'), pattern: 'cross', patternColor: '#c3cad6', strokeWidth: 1.5 },
    planned: { ...solid('#ffffff', '#aab4c3', '#566176'), dashed: true },
    unreported: { ...solid('#ffffff', '#8a95a8', '#172033'), pattern: 'dots', patternColor: '#a9b3c2' },
  },
  lights,
};

const onDark = (name: ThemeName, page: Hex, ground: Hex): Theme => ({
  name,
  scheme: 'dark',
  page,
  ground,
  ink: '#f1f5fa',
  quiet: '#a5b1c2',
  hairline: '#2a3546',
  outline: '#c3cddb',
  accent: '#73b6a9',
  accentText: '#0d1420',
  ring: '#ffffff',
  edge: '#c3cddb',
  onData: ['#0d1420', '#ffffff'],
  attainment: ATTAINMENT_ON_DARK,
  figure: FIGURE_ON_DARK,
  change: CHANGE_ON_DARK,
  nothing: {
    notStarted: { ...solid(ground, '#56647a', '#a5b1c2'), dashed: true },
    noData: { ...solid(ground, '#76849a', '#f1f5fa'), pattern: 'dots', patternColor: '#5a687d' },
    notApplicable: solid(ground, '#3d4a5f', '#a5b1c2'),
    notComputable: { ...solid(ground, '#76849a', '#f1f5fa'), pattern: 'falling', patternColor: '#3d4a5f' },
    notReportedHere: { ...solid('#1a2433', '#36435a', '#c3cddb'), pattern: 'hatch', patternColor: '#2c384b' },
  },
  rollout: {
    started: solid('#529386', '#529386', '#0d1420'),
    due: { ...solid('#1b3f38', '#529386', '#ffffff'), pattern: 'lines', patternColor: '#2c5a51' },
    late: { ...solid(ground, '#f1f5fa', '#f1f5fa'), pattern: 'cross', patternColor: '#3d4a5f', strokeWidth: 1.5 },
    planned: { ...solid(ground, '#56647a', '#a5b1c2'), dashed: true },
    unreported: { ...solid(ground, '#76849a', '#f1f5fa'), pattern: 'dots', patternColor: '#5a687d' },
  },
  lights: {
    green: { ...lights.green, fill: '#34b55a', edges: ['#073a17', '#dff7e5'] },
    yellow: { ...lights.yellow, fill: '#ffc53d' },
    red: { ...lights.red, fill: '#e5483f', edges: ['#5c0806', '#ffe3e0'] },
  },
});

/** Every theme by its name. Government red is chrome only: the data ramps stay those of the light theme. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = freezeAll({
  light,
  dark: onDark('dark', '#0b111a', '#121a26'),
  'government-red': {
    ...light,
    name: 'government-red',
    page: '#faf6f3',
    hairline: '#e8dcd6',
    accent: '#a31621',
    ring: '#3a1013',
  },
  'big-screen': onDark('big-screen', '#070c13', '#0c131d'),
});

/** Every map of a page is painted from these: a page that changed one would change them all, on the next picture. */
function freezeAll<T extends object>(value: T): T {
  for (const part of Object.values(value) as readonly unknown[])
    if (typeof part === 'object' && part !== null) freezeAll(part);
  return Object.freeze(value);
}

/** The lines of a theme that belong to no area. */
export function inkOf(theme: Theme): SceneInk {
  return {
    outline: theme.outline,
    outlineWidth: 1.5,
    selected: theme.ring,
    selectedWidth: 2.5,
    pointed: theme.ring,
    pointedWidth: 1.5,
    casing: theme.ground,
  };
}
