import { css } from 'lit';

export const targetsStyles = css`
  .search {
    inline-size: 100%;
    block-size: calc(32px * var(--_scale));
    margin-top: 8px;
    margin-bottom: 8px;
    padding-left: 8px;
    padding-right: 8px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_ground);
    font-size: var(--_small);
  }
  .search::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  .domain,
  .target {
    display: grid;
    grid-template-columns: 1fr auto;
    inline-size: 100%;
    gap: 0 8px;
    padding: 8px;
    text-align: start;
    border-radius: var(--_radius);
  }
  .domain {
    font-weight: 600;
  }
  .domain .tally {
    font-weight: 400;
    font-size: var(--_small);
    color: var(--_quiet);
    align-self: center;
  }
  .bar {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: calc(4px * var(--_scale));
    margin-block-start: 4px;
  }
  .bar .ground {
    fill: var(--_track);
  }
  .bar .share {
    fill: var(--_data);
  }
  .targets {
    margin-block-end: 8px;
    border-inline-start: 1px solid var(--_hairline);
    margin-inline-start: 8px;
  }
  .target {
    grid-template-columns: calc(16px * var(--_scale)) 1fr;
    padding: 4px 8px;
    border-inline-start: 3px solid transparent;
    border-radius: 0 var(--_radius) var(--_radius) 0;
    margin-inline-start: -2px;
    min-block-size: 44px;
    align-content: center;
  }
  .target[aria-current='true'],
  .rollout[aria-current='true'] {
    border-inline-start-color: var(--_accent);
    background: var(--_page);
    font-weight: 600;
  }
  .present {
    margin-block-end: 8px;
  }
  .rollout {
    margin-inline-start: -2px;
    padding-inline-start: 7px;
    border-inline-start: 3px solid transparent;
  }
  .sign,
  .mark {
    margin-block-start: 4px;
  }
  .mark {
    inline-size: 14px;
    line-height: 14px;
    text-align: center;
    color: var(--_quiet);
  }
  .detail {
    grid-column: 2;
    font-size: var(--_small);
    font-weight: 400;
    color: var(--_quiet);
  }
  .quiet {
    font-size: var(--_small);
    color: var(--_quiet);
  }
  .is-waiting .tally,
  .is-waiting .bar,
  .is-waiting .detail {
    /* not counted yet: nothing is better than a count that is not true */
    visibility: hidden;
  }
  @media (hover: hover) {
    .domain:hover,
    .target:hover {
      background: var(--_page);
    }
  }
`;
