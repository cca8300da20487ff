import { css } from 'lit';

export const timelineStyles = css`
  .bar {
    display: flex;
    align-items: flex-start;
    gap: 8px;
  }
  .play {
    flex: none;
    inline-size: calc(36px * var(--_scale));
    block-size: calc(36px * var(--_scale));
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_accent-text);
    display: grid;
    place-items: center;
  }
  .play svg {
    inline-size: calc(16px * var(--_scale));
    block-size: calc(16px * var(--_scale));
  }
  .play:focus-visible {
    border-radius: 50%;
  }
  .track {
    position: relative;
    flex: 1;
    min-inline-size: 0;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    cursor: pointer;
    touch-action: pan-y;
    user-select: none;
  }
  .stop {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    min-block-size: calc(44px * var(--_scale));
    padding-block-start: calc(28px * var(--_scale));
    font-size: var(--_small);
    line-height: 1.35;
    text-align: center;
    color: var(--_quiet);
  }
  .stop::before,
  .stop::after {
    content: '';
    position: absolute;
    top: calc(18px * var(--_scale) - 1px);
    block-size: 2px;
    background: var(--_hairline);
  }
  .stop::before {
    right: 50%;
    left: 0;
  }
  .stop::after {
    right: 0;
    left: 50%;
  }
  .stop:first-child::before,
  .stop:last-child::after {
    display: none;
  }
  .stop.is-past::before,
  .stop.is-past::after,
  .stop.is-present::before {
    background: var(--_accent);
  }
  .dot {
    z-index: 1;
    position: absolute;
    top: calc(12px * var(--_scale));
    left: calc(50% - 6px * var(--_scale));
    inline-size: calc(12px * var(--_scale));
    block-size: calc(12px * var(--_scale));
    border: 2px solid var(--_quiet);
    border-radius: 50%;
    background: var(--_ground);
  }
  .stop.is-past .dot {
    border-color: var(--_accent);
  }
  .stop.is-present .dot {
    top: calc(10px * var(--_scale));
    left: calc(50% - 8px * var(--_scale));
    inline-size: calc(16px * var(--_scale));
    block-size: calc(16px * var(--_scale));
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .stop.is-present .label {
    color: var(--_ink);
    font-weight: 700;
  }
  .stop.is-compared .dot {
    border: 3px double var(--_ink);
    background: var(--_ground);
  }
  .stop.is-compared .label {
    color: var(--_ink);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .compare {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-block-start: 8px;
    font-size: var(--_small);
    color: var(--_quiet);
  }
  select {
    min-block-size: 28px;
    margin-inline-start: 4px;
    padding-left: 4px;
    padding-right: 4px;
    border: 1px solid var(--_quiet);
    border-radius: var(--_radius);
    background: var(--_ground);
    color: var(--_ink);
    font: inherit;
  }
  select:focus-visible {
    outline: 2px solid var(--_ring);
    outline-offset: 1px;
  }
  .modes {
    display: flex;
    gap: 4px;
  }
  .modes button {
    min-block-size: 28px;
    padding-left: 8px;
    padding-right: 8px;
    border: 1px solid var(--_quiet);
    border-radius: var(--_radius);
  }
  .modes button[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_accent-text);
  }
  .label,
  .note {
    white-space: nowrap;
  }
  .note {
    color: var(--_accent);
  }
  .is-unlabelled .label,
  .is-unlabelled .note,
  .is-narrow .note.is-long {
    display: none;
  }
  .is-unlabelled.is-present .label {
    display: inline;
  }
  .quiet {
    font-size: var(--_small);
    color: var(--_quiet);
  }
`;
