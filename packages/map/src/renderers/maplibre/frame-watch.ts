import type { MaplibreMap } from './maplibre-types.js';

export interface FailReason {
  readonly code:
    | 'webgl-missing'
    | 'import-failed'
    | 'worker-missing'
    | 'worker-failed'
    | 'context-lost'
    | 'nothing-drawn';
  readonly message: string;
}

export interface FrameWatchOptions {
  /** Whether the frame just rendered shows the scene. */
  readonly isDrawn: () => boolean;
  readonly onDrawn: () => void;
  /** The picture is gone, and may come back. */
  readonly onInterrupted: () => void;
  readonly onFail: (reason: FailReason) => void;
  /** Longest silence before the first picture, in milliseconds. */
  readonly patience: number;
  /** Where the worker was looked for, for the message. */
  readonly workerUrl: string;
}

/** Longest wait for a lost WebGL context to come back, in milliseconds. */
const recoveryTime = 8000;

/**
 * Watches a map until its picture has been seen, and again after every lost WebGL context.
 *
 * No event of maplibre says that something was drawn: `idle` comes as well when the worker never started, and a worker
 * that cannot be fetched may say nothing at all. So a frame counts when its pixels do, and silence is a failure.
 *
 * @returns ends the watch
 */
export function watchFrames(map: MaplibreMap, options: FrameWatchOptions): () => void {
  let seen = false;
  let lost = false;
  let ended = false;
  let lastError = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    ended = true;
    clearTimeout(timer);
  };
  const fail = (reason: FailReason): void => {
    if (ended) return;
    end();
    options.onFail(reason);
  };
  const wait = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isUnseen(map)) wait(milliseconds);
      else if (lost)
        fail({ code: 'context-lost', message: 'webgl: the drawing context was lost and did not come back' });
      else fail({ code: 'nothing-drawn', message: `maplibre: drew nothing for ${milliseconds} ms${lastError}` });
    }, milliseconds);
  };
  const look = (): void => {
    if (ended || seen || lost || isUnseen(map) || !options.isDrawn()) return;
    seen = true;
    clearTimeout(timer);
    options.onDrawn();
  };

  map.on('idle', look);
  map.on('sourcedata', () => {
    if (!ended && !seen && !lost) wait(options.patience);
  });
  map.on('error', ({ error }) => {
    lastError = `: ${error.message}`;
    if (seen && !lost) return;
    if (/worker failed/i.test(error.message)) {
      fail({
        code: 'worker-failed',
        message: `maplibre worker: cannot be loaded from ${options.workerUrl}; set its address with configureMap({ workerUrl })`,
      });
    } else if (error instanceof Error && error.name === 'GPUInitializationError') {
      fail({ code: 'context-lost', message: 'webgl: the drawing context was lost and could not be made again' });
    }
  });
  map.on('webglcontextlost', () => {
    if (ended) return;
    lost = true;
    if (seen) options.onInterrupted();
    seen = false;
    wait(Math.min(recoveryTime, options.patience));
  });
  map.on('webglcontextrestored', () => {
    if (ended) return;
    lost = false;
    wait(options.patience);
  });
  wait(options.patience);
  return end;
}

/** A page in the background, and a map without a size, are never rendered: no fault, and no reason to give up. */
function isUnseen(map: MaplibreMap): boolean {
  const { clientWidth, clientHeight } = map.getContainer();
  return document.visibilityState === 'hidden' || clientWidth === 0 || clientHeight === 0;
}
