// Looks at the pixels of pictures that the browser gave as PNG, in a page of its own.

/** How far a channel may be off: what is read is a PNG, so only what smooths edges differs. */
const TOLERANCE = 3;

/** Reads pictures; one page serves all of them. */
export class PixelReader {
  #page;

  /** @param context of the browser that gave the pictures, or another one of it that is not slowed down */
  static async open(context) {
    const reader = new PixelReader();
    reader.#page = await context.newPage();
    await reader.#page.evaluate(() => {
      window.countHits = async (data, samples, tolerance) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const context2d = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
        context2d.drawImage(image, 0, 0);
        const pixels = context2d.getImageData(0, 0, image.width, image.height).data;
        let hits = 0;
        for (const { points, color } of samples) {
          const wanted = [1, 3, 5].map((from) => Number.parseInt(color.slice(from, from + 2), 16));
          const shows = ([x, y]) => {
            const at = (Math.floor(y) * image.width + Math.floor(x)) * 4;
            return wanted.every((value, channel) => Math.abs(value - pixels[at + channel]) <= tolerance);
          };
          if (points.some(shows)) hits += 1;
        }
        return hits;
      };
    });
    return reader;
  }

  /**
   * @param data the PNG in base64
   * @param samples areas: points inside, in pixels, and the colour that one of them at least must have
   * @returns how many of the areas have their colours
   */
  count(data, samples) {
    return this.#page.evaluate(
      ([png, points, tolerance]) => window.countHits(png, points, tolerance),
      [data, samples, TOLERANCE],
    );
  }

  close() {
    return this.#page.close();
  }
}
