import { evaluate } from '@guatu/core';
import { buildScene } from '@guatu/map/scene';
import type { Scene } from '@guatu/map/scene';
import { PagePicture } from '../../../../packages/map/src/components/map/page-picture.js';
import { readShapes } from '../../../../packages/map/src/geometry/boundaries/read-shapes.js';
import { layoutShapes } from '../../../../packages/map/src/geometry/layout-shapes.js';
import { createCanvasRenderer } from '../../../../packages/map/src/renderers/canvas/canvas-renderer.js';
import { createMaplibreRenderer } from '../../../../packages/map/src/renderers/maplibre/create-maplibre-renderer.js';
import { configureMap } from '../../../../packages/map/src/renderers/configure-map.js';
import { createSvgRenderer } from '../../../../packages/map/src/renderers/svg/svg-renderer.js';
import type { RendererEvents } from '../../../../packages/map/src/renderers/renderer.js';
import type { Contestant } from '../contestant.js';

type Draw = Pick<PagePicture, 'draw' | 'destroy'>;
type Create = (container: HTMLElement, scene: Scene, events: RendererEvents) => Draw;

/** The whole way: evaluating the plan, joining boundaries to the roster, borders of townships, labels, legend, picture. */
const contestWith =
  (create: Create): Contestant =>
  (container, { county, dataset, targets, asOf, width, height }) => {
    const { shapes } = readShapes(county.boundaries, dataset.roster);
    const layout = layoutShapes(shapes, dataset.roster, { width, height, level: 'village' });
    const build = (target: string) =>
      buildScene({
        evaluation: evaluate(county.plan, dataset, { asOf }),
        layout,
        target,
        level: 'village',
        view: 'attainment',
      });
    const nothing = (): void => undefined;
    const onFail: RendererEvents['onFail'] = ({ code, message }) => console.error(`${code}: ${message}`);
    const renderer = create(container, build(targets[0]), {
      onPoint: nothing,
      onPress: nothing,
      onDrawn: nothing,
      onFail,
    });
    const { projection } = layout;
    return {
      recolor: (to) => renderer.draw(build(targets[to])),
      locate: (lon, lat) => {
        if (projection.kind !== 'mercator') return [0, 0];
        const worldY = 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
        return [(lon / 360 + 0.5 - projection.west) * projection.scale, (worldY - projection.north) * projection.scale];
      },
      destroy: () => renderer.destroy(),
    };
  };

/** What a reader gets first: svg or canvas, by the number of areas. */
export const drawWithGuatu = contestWith((container, scene, events) => {
  const picture = new PagePicture(container, events);
  picture.draw(scene);
  return picture;
});

export const drawWithSvg = contestWith((container, scene, events) => createSvgRenderer(container, scene, events));

export const drawWithCanvas = contestWith((container, scene, events) => createCanvasRenderer(container, scene, events));

/** What takes over after the first picture. */
export const drawWithMaplibre = contestWith((container, scene, events) => {
  configureMap({ workerUrl: 'maplibre-gl-worker.mjs' });
  return createMaplibreRenderer(container, scene, events);
});
