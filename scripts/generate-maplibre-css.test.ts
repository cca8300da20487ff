import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { generateModule, selectRules } from './generate-maplibre-css.mjs';

const generated = new URL('../packages/map/src/renderers/maplibre/maplibre-css.generated.ts', import.meta.url);

it('is what the installed maplibre-gl gives', () => {
  expect(readFileSync(generated, 'utf8')).toBe(generateModule());
});

it('keeps the canvas and the gesture screen, and nothing that loads a file', () => {
  const module = generateModule();
  expect(module).toContain('.maplibregl-canvas{position:absolute');
  expect(module).toContain('.maplibregl-cooperative-gesture-screen.maplibregl-show{');
  expect(module).not.toMatch(/url\(|ctrl|popup|marker/);
  expect(module.length).toBeLessThan(3000);
});

it('drops the other selectors of a rule, and media queries left empty', () => {
  const css = [
    '/* a comment */.maplibregl-ctrl a,.maplibregl-map .x{color:red}',
    '@media print{.maplibregl-popup{top:0}}@media(hover:none){.maplibregl-ctrl{top:0}.maplibregl-canvas{left:0}}',
    '@keyframes spin{0%{top:0}to{top:1px}}.maplibregl-mapper{top:0}',
  ].join('');
  expect(selectRules(css)).toBe('.maplibregl-map .x{color:red}\n@media(hover:none){.maplibregl-canvas{left:0}}');
});
