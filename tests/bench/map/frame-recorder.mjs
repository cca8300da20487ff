// Frames as the browser presents them, and which of them is the first to show a picture.
import { PixelReader } from '../pixel-reader.mjs';

/** Longest wait for a picture, in milliseconds. */
const PATIENCE = 60_000;
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
    recorder.#reader = await PixelReader.open(page.context());
    await page.bringToFront();
    await recorder.#session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    return recorder;
  }

  /** @returns when the first frame after a moment was presented in which the areas have their colours */
  async waitFor(samples, after) {
    const end = Date.now() + PATIENCE;
    const shows = async (frame) => {
      const hits = await this.#reader.count(frame.data, samples);
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
