import type { MapInteraction } from './map-interaction.js';
import type { MapProblems } from './map-problems.js';
import type { PictureExport } from './picture-export.js';
import type { ToolbarAction } from './toolbar.js';

/** What the toolbar's buttons act on. */
export interface ActionHost {
  readonly map: HTMLElement & { fit(): void; zoomBy(doublings: number): void; zoomTo(): void };
  readonly interaction: MapInteraction;
  readonly problems: MapProblems;
  readonly pictureExport: PictureExport;
}

/** Does what a button says. What a page does not allow is said over the picture. */
export function act(action: ToolbarAction, { map, interaction, problems, pictureExport }: ActionHost): void {
  const fail = (error: unknown): void => problems.failWish(error);
  switch (action) {
    case 'zoomIn':
    case 'zoomOut':
      return map.zoomBy(action === 'zoomIn' ? 1 : -1);
    case 'zoomToSelected':
      return map.zoomTo();
    case 'fit':
      return map.fit();
    case 'reset':
      map.fit();
      return interaction.reset();
    case 'fullscreen':
      return void map.requestFullscreen().catch(fail);
    case 'leaveFullscreen':
      return void document.exitFullscreen();
    case 'exportSvg':
    case 'exportPng':
      return void pictureExport.save(action === 'exportSvg' ? 'svg' : 'png').then(() => fail(null), fail);
  }
}
