// In every page: when a picture is presented. Two frames after the script that drew it, it is on the screen.
window.bench = {
  first: null,
  /** When the script that drew the picture said so: what is asked for later, no picture waits for. */
  told: null,
  drawn: [],
  frames: () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  async stands() {
    window.bench.told ??= performance.now();
    await window.bench.frames();
    window.bench.first ??= performance.now();
  },
  /** Milliseconds from an event to the frame in which what it brings is seen, whatever else comes in between. */
  answers(type, read, limit = 2000) {
    const before = read();
    return new Promise((resolve) => {
      setTimeout(() => resolve(null), 2 * limit);
      addEventListener(
        type,
        ({ timeStamp }) => {
          const look = () => {
            const now = read();
            const late = performance.now() - timeStamp > limit;
            // seen in this frame's script, it is presented with the frame: the next one begins after that
            if (late || (now !== before && now !== ''))
              requestAnimationFrame(() => resolve(late ? null : performance.now() - timeStamp));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
  },
};
