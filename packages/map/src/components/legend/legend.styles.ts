import { css } from 'lit';

export const legendStyles = css`
  .head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 8px;
  }
  .quiet,
  .shown {
    font-size: var(--_small);
    color: var(--_quiet);
  }
  .clear {
    font-size: var(--_small);
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
    white-space: nowrap;
  }
  table {
    inline-size: 100%;
    margin-top: 8px;
    margin-bottom: 8px;
    border-collapse: separate;
    border-spacing: 3px;
    margin-left: -3px;
    margin-right: -3px;
    table-layout: fixed;
    font-size: var(--_small);
  }
  th {
    font-weight: 400;
    padding: 0;
  }
  .corner,
  .row-head {
    inline-size: 5em;
    text-align: start;
  }
  .sum {
    inline-size: 2em;
    text-align: end;
    color: var(--_quiet);
  }
  .is-ticks .column-head button {
    white-space: nowrap;
  }
  .corner {
    color: var(--_quiet);
    text-align: end;
  }
  .column-head button {
    inline-size: 100%;
    min-block-size: 24px;
    line-height: 1.15;
    text-align: start;
  }
  .row-head button {
    inline-size: 100%;
    min-block-size: 28px;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 0;
    block-size: calc(28px * var(--_scale));
  }
  .cell {
    display: block;
    inline-size: 100%;
    block-size: calc(28px * var(--_scale));
  }
  .cell.is-double {
    block-size: 44px;
  }
  .breaks {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block-start: 8px;
  }
  select {
    min-block-size: 28px;
    padding: 2px 4px;
    font: inherit;
    color: var(--_ink);
    background: var(--_ground);
    border: 1px solid var(--_quiet);
    border-radius: var(--_radius);
  }
  select:focus-visible {
    outline: 3px solid var(--_ring);
    outline-offset: 1px;
  }
  .note,
  .note + .shown {
    margin-block-start: 4px;
  }
  .swatch {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    /* the edge is drawn half outside the box */
    overflow: visible;
    font-size: var(--_small);
  }
  button[aria-pressed='true'] {
    outline: 2px solid var(--_ring);
    outline-offset: 0;
    border-radius: var(--_radius);
  }
  button[aria-pressed='true']:focus-visible {
    outline-width: 3px;
  }
  .is-out .swatch {
    opacity: 0.35;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    font-size: var(--_small);
  }
  .keys + .keys {
    margin-block-start: 4px;
  }
  .key {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 28px;
    padding-left: 4px;
    padding-right: 4px;
    text-align: start;
  }
  .key .swatch {
    flex: none;
    inline-size: calc(20px * var(--_scale));
    block-size: calc(20px * var(--_scale));
  }
  .key .count {
    margin-inline-start: auto;
    color: var(--_quiet);
  }
  .sign {
    flex: none;
    margin-left: 3px;
    margin-right: 3px;
  }
  @media (hover: hover) {
    button:hover {
      text-decoration: underline;
      text-underline-offset: 2px;
    }
  }
  @media print {
    /* on paper it stays short: what is no button stands in lines */
    .keys {
      display: inline;
    }
    .note,
    .shown {
      display: inline-block;
      margin-inline-end: 12px;
    }
    .keys > * {
      display: inline-flex;
      inline-size: auto;
      margin-inline-end: 12px;
    }
  }
`;
