/** The reader chose a target to be shown. */
export class TargetSelectEvent extends Event {
  /** Name of the event. */
  static readonly eventName = 'guatu-target-select';

  constructor(
    /** Id of the target; `null` for the rollout alone. */
    readonly id: string | null,
  ) {
    super(TargetSelectEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guatu-target-select': TargetSelectEvent;
  }
}
