import { css } from 'lit';

export const figuresStyles = css`
  dl {
    display: flex;
    flex-wrap: wrap;
    row-gap: 8px;
  }
  /* not a gap: Chromium 80 to 83 have none in such a row, and figures would run into each other */
  dl > :not(:last-child) {
    margin-inline-end: calc(20px * var(--_scale));
  }
  .item {
    display: flex;
    flex-direction: column-reverse;
  }
  dt {
    font-size: var(--_small);
    color: var(--_quiet);
    white-space: nowrap;
  }
  dd {
    display: flex;
    align-items: center;
    gap: 4px;
    font-size: calc(var(--_title) + 4px);
    font-weight: 700;
    line-height: 1.25;
    white-space: nowrap;
  }
  .of {
    font-weight: 400;
    color: var(--_quiet);
  }
  .is-waiting dd {
    /* not counted yet: a word is better than a count that is not true, and as high */
    font-weight: 400;
    color: var(--_quiet);
  }
  .sign:not(:first-child) {
    margin-inline-start: calc(12px * var(--_scale));
  }
`;
