import type { Board } from '../../board/board-store.js';
import { themeOf } from '../../board/theme-of.js';
import { downloadFile } from '../../internal/download-file.js';
import { LoadOnce } from '../../internal/load-once.js';
import type { Scene } from '../../scene/scene.js';
import type { Imprint } from './imprint.js';
import type { PageStyle } from './page-style.js';

const exportPicture = new LoadOnce(() => import('./export-picture.js'));

/** What is on the map when it is exported. */
export interface ExportHost {
  readonly board: Board;
  readonly scene: Scene | null;
  /** The picture of another date beside it. */
  readonly second: Scene | null;
  readonly pageStyle: PageStyle;
  readonly imprint: Imprint;
}

/** Makes files of the picture; what it takes is fetched with the first. */
export class PictureExport {
  readonly #host: () => ExportHost;

  /** @param host what is on the map at the moment */
  constructor(host: () => ExportHost) {
    this.#host = host;
  }

  /** @throws Error while there is no picture, and where a part of the script cannot be fetched */
  async writeSvg(): Promise<string> {
    const { writePicture } = await exportPicture.loadOrThrow();
    const {
      board: {
        snapshot: { plan, status, state },
      },
      scene,
      second,
      pageStyle,
      imprint,
    } = this.#host();
    if (!scene || status !== 'ready') throw new Error('guatu-map: there is no picture yet');
    const { locale, selected, asOf, compareTo } = state;
    const beside = second && { scene: second, date: compareTo };
    return writePicture({
      scene: scene.overview ?? scene,
      beside,
      title: plan?.title[locale] ?? '',
      locale,
      theme: themeOf(state, pageStyle.ground),
      selected,
      asOf,
      ...imprint,
    });
  }

  /** @throws Error as {@link writeSvg}, and where the page's policy forbids `data:` images */
  async drawPng(scale: number): Promise<Blob> {
    const svg = await this.writeSvg();
    const { drawPng } = await exportPicture.loadOrThrow();
    return drawPng(svg, scale);
  }

  /** Lets the reader save the picture, under the plan's name and the date. */
  async save(kind: 'svg' | 'png'): Promise<void> {
    const content =
      kind === 'png' ? await this.drawPng(2) : new Blob([await this.writeSvg()], { type: 'image/svg+xml' });
    const {
      plan,
      state: { asOf, target },
    } = this.#host().board.snapshot;
    downloadFile(`${[plan?.id, target, asOf].filter(Boolean).join('-')}.${kind}`, content);
  }
}
