import type { Locale } from '@guatu/core';
import { renderSheet } from '../../renderers/svg/sheet-string.js';
import type { Scene } from '../../scene/scene.js';
import type { Theme } from '../../scale/themes.js';

export interface PictureOptions {
  readonly scene: Scene;
  /** The picture of another date, beside the first. */
  readonly beside: { readonly scene: Scene; readonly date: string } | null;
  readonly title: string;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly selected: string | null;
  readonly publisher: string;
  readonly approvalNumber: string;
  readonly dataDate: string;
  /** Day of the first picture, where there are two. */
  readonly asOf: string;
}

/** Most pixels of a picture in all, and most on one side: beyond, browsers give an empty canvas. */
const [MOST_PIXELS, MOST_SIDE] = [64_000_000, 16_000];

/** What is on the map as a sheet: with title, notices, sentence, legend and imprint. */
export function writePicture(options: PictureOptions): string {
  const { scene, beside, title, locale, theme, selected, publisher, approvalNumber, dataDate, asOf } = options;
  return renderSheet(scene, {
    title,
    locale,
    theme,
    selected,
    standalone: true,
    ...(beside && { beside: { ...beside, own: asOf } }),
    ...(publisher !== '' && { publisher }),
    ...(approvalNumber !== '' && { approval: approvalNumber }),
    ...(dataDate !== '' && { dataDate }),
  });
}

/**
 * Draws SVG text into a PNG, by the browser itself: with the reader's fonts, and from a `data:` address, which a policy
 * of `img-src 'self' data:` allows.
 *
 * @param scale device pixels for each CSS pixel, 0.25…8; less where the picture would become too large for a canvas
 * @throws Error where the page's policy forbids `data:` images or the browser gives no canvas
 */
export async function drawPng(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    throw new Error("the browser shows no picture from a data: address; the page's policy needs img-src data:");
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  const wanted = Number.isFinite(scale) ? Math.min(8, Math.max(0.25, scale)) : 2;
  const bounded = Math.min(wanted, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * bounded));
  canvas.height = Math.max(1, Math.round(height * bounded));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser gives no canvas of this size');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG of the picture'))),
      'image/png',
    );
  });
}
