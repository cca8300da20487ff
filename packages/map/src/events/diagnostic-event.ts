import type { Diagnostic } from '@guatu/core';

/** The map has read its files, or tried to draw, and this is all that is wrong; an empty list when it was something and is nothing. */
export class DiagnosticEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-diagnostic';

  constructor(
    /** All findings, worst first. */
    readonly diagnostics: readonly Diagnostic[],
  ) {
    super(DiagnosticEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-diagnostic': DiagnosticEvent;
  }
}
