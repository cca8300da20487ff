import { property } from 'lit/decorators.js';
import type { Diagnostic } from '@guatu/core';
import { checkPublication } from '../../board/check-publication.js';
import { downloadFile } from '../../internal/download-file.js';
import type { Scene } from '../../scene/scene.js';
import { BoardHost } from './board-host.js';
import { dressTheme } from './dress.js';
import type { Dress } from './dress.js';
import { readImprint } from './imprint.js';
import type { Imprint } from './imprint.js';
import { themeOf } from './scene-maker.js';

/** The part of the map that says where the picture comes from, and lets it be saved. */
export abstract class PublishedHost extends BoardHost {
  /** Who publishes the map; written under the picture. */
  @property() publisher = '';

  /** Approval number of the map (审图号); written under the picture. */
  @property({ attribute: 'approval-number' }) approvalNumber = '';

  /** Day the data describe (截至), or words for it; written under the picture. Without it: the moment that is shown. */
  @property({ attribute: 'data-date' }) dataDate = '';

  /** Shows under the picture what is missing for publication. */
  @property({ attribute: 'publication-check', type: Boolean, reflect: true }) publicationCheck = false;

  /** Shows buttons that save the picture. */
  @property({ attribute: 'export', type: Boolean, reflect: true }) exportable = false;

  /** What is drawn now, and the picture of another date beside it. */
  protected abstract readonly pictures: { readonly scene: Scene | null; readonly second: Scene | null };

  /** What the page chose of how the picture looks. */
  protected abstract readonly dress: Dress;

  /** What is missing for publication; see the function of the same name. */
  checkPublication(): readonly Diagnostic[] {
    return checkPublication({ ...this.imprint, showsBoundaries: this.pictures.scene?.layout.projection.kind === 'mercator' });
  }

  /**
   * The picture as a sheet of SVG text: title, what must be said, sentence, map, legend and imprint.
   *
   * @throws Error while there is no picture
   */
  async exportSvg(): Promise<string> {
    const { writePicture } = await import('./export-picture.js');
    const { pictures: { scene, second }, imprint, board: { snapshot: { plan, state: shown } } } = this;
    if (!scene || this.board.snapshot.status !== 'ready') throw new Error('guatu-map: there is no picture yet');
    const { locale, selected, asOf, compareTo } = shown;
    const beside = second && { scene: second, date: compareTo };
    return writePicture({ scene: scene.overview ?? scene, beside, title: plan?.title[locale] ?? '', locale, theme: dressTheme(themeOf(shown), this.dress), selected, asOf, ...imprint });
  }

  /**
   * The same sheet as a PNG.
   *
   * @param options `scale`: device pixels for each CSS pixel, 0.25…8, 2 by default; less where the picture would be too
   *   large for a canvas
   * @throws Error while there is no picture, and where the page's policy forbids `data:` images
   */
  async exportPng({ scale = 2 }: { readonly scale?: number } = {}): Promise<Blob> {
    const svg = await this.exportSvg();
    const { drawPng } = await import('./export-picture.js');
    return drawPng(svg, scale);
  }

  /** What properties say of the picture's origin. */
  protected get givenImprint(): Imprint {
    const { status, state: { asOf } } = this.board.snapshot;
    const { publisher, approvalNumber, dataDate } = this;
    return { publisher, approvalNumber, dataDate: dataDate === '' && status === 'ready' ? asOf : dataDate };
  }

  protected get imprint(): Imprint {
    return readImprint(this, this.givenImprint);
  }

  /** Lets the reader save the picture, under the plan's name and the date. */
  protected async save(kind: 'svg' | 'png'): Promise<void> {
    const content = kind === 'png' ? await this.exportPng() : new Blob([await this.exportSvg()], { type: 'image/svg+xml' });
    const { plan, state: { asOf, target } } = this.board.snapshot;
    downloadFile(`${[plan?.id, target, asOf].filter(Boolean).join('-')}.${kind}`, content);
  }
}
