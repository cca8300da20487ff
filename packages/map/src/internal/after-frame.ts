/** Longest wait for a frame, in milliseconds: a page that nobody sees shows none. */
const LONGEST = 100;

const waiting = new Set<() => void>();
let isExpected = false;
let isPrinting = false;

/**
 * Does something once the next frame is on the screen, in a task of its own: what a reader looks at is drawn first, and
 * whatever stands beside it follows. Asked for again before it is done it is done once. While a page is on its way to
 * a printer nothing waits.
 */
export function afterFrame(work: () => void): void {
  if (isPrinting) {
    work();
    return;
  }
  waiting.add(work);
  if (isExpected) return;
  isExpected = true;
  void nextFrame().then(workOn);
}

/** It is not to be done any more. */
export function dropAfterFrame(work: () => void): void {
  waiting.delete(work);
}

/** After the next frame, or soon in a page that shows none. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}

/** One after the other, so that the reader can press something in between. */
function workOn(): void {
  const [work] = waiting;
  if (work) {
    waiting.delete(work);
    if (waiting.size > 0) setTimeout(workOn);
    else isExpected = false;
    work();
  } else isExpected = false;
}

/** What waits is on the sheet too. */
function beginPrint(): void {
  isPrinting = true;
  for (const work of Array.from(waiting)) work();
  waiting.clear();
}

if (typeof window !== 'undefined') {
  // before anyone else hears of it
  window.addEventListener('beforeprint', beginPrint, { capture: true });
  window.addEventListener('afterprint', () => (isPrinting = false), { capture: true });
}
