/** The reader chose a target, a whole domain, or the rollout to be shown. */
export class TargetSelectEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-target-select';

  constructor(
    /** Id of the target; `null` for a domain, or the rollout alone. */
    readonly id: string | null,
    /** Id of the domain, where no target was chosen. */
    readonly domain: string | null = null,
    /** Name of the one or the other, in the board's language; empty for the rollout. */
    readonly name: string = '',
  ) {
    super(TargetSelectEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-target-select': TargetSelectEvent;
  }
}
