// Frames as the browser presents them, and which of them is the first to show a picture.

/** Longest wait for a picture, in milliseconds. */
const PATIENCE = 60_000;
/** How far a channel may be off: a frame is given as PNG, so only what smooths edges differs. */
const TOLERANCE = 3;
/** Share of the areas that must have their colours: among sixteen thousand, four pixels wide, some lie under their lines. */
const ENOUGH = 0.8;

/** Records a page's frames by the DevTools protocol; looks at their pixels in a page beside it. */
export class FrameRecorder {
  #frames = [];
  #session;
  #reader;

  static async start(page) {
    const recorder = new FrameRecorder();
    recorder.#session = await page.context().newCDPSession(page);
    recorder.#session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
      recorder.#frames.push({ data, time: metadata.timestamp * 1000 });
      void recorder.#session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    });
    recorder.#reader = await page.context().newPage();
    await recorder.#reader.evaluate(() => {
      window.countHits = async (data, samples, tolerance) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
        context.drawImage(image, 0, 0);
        const pixels = context.getImageData(0, 0, image.width, image.height).data;
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
    await page.bringToFront();
    await recorder.#session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    return recorder;
  }

  /** @returns when the first frame after a moment was presented in which the areas have their colours */
  async waitFor(samples, after) {
    const end = Date.now() + PATIENCE;
    const shows = async (frame) => {
      const hits = await this.#reader.evaluate(
        ([png, points, tolerance]) => window.countHits(png, points, tolerance),
        [frame.data, samples, TOLERANCE],
      );
      best = Math.max(best, hits);
      return hits >= samples.length * ENOUGH;
    };
    let best = 0;
    while (Date.now() < end) {
      // looking at pixels takes time that the contestant needs: seldom, and only at the last frame
      await new Promise((resolve) => setTimeout(resolve, 250));
      const frames = this.#frames.filter(({ time }) => time >= after);
      const last = frames.at(-1);
      if (!last || !(await shows(last))) continue;
      for (const frame of frames) if (frame === last || (await shows(frame))) return frame.time;
    }
    throw new Error(`the picture never stood: at most ${best} of ${samples.length} areas had their colours`);
  }

  async stop() {
    await this.#session.send('Page.stopScreencast');
    await this.#reader.close();
  }
}
