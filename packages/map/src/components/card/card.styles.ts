import { css } from 'lit';

export const cardStyles = css`
  .head {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 8px;
  }
  .head > * {
    grid-column: 1;
  }
  .head h2 {
    font-size: calc(var(--_title) + 2px);
  }
  .path {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    font-size: var(--_small);
    color: var(--_quiet);
  }
  .link {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .close {
    grid-area: 1 / 2 / 3;
    inline-size: 32px;
    block-size: 32px;
    border-radius: var(--_radius);
    font-size: 20px;
    line-height: 1;
  }
  .quiet {
    font-size: var(--_small);
    color: var(--_quiet);
  }
  .block {
    margin-block-start: 12px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_hairline);
  }
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    margin-block-start: 4px;
  }
  .figure strong {
    font-size: calc(var(--_title) + 4px);
  }
  .figure .sign {
    align-self: center;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: calc(12px * var(--_scale));
    margin-top: 4px;
    margin-bottom: 4px;
  }
  .bar .ground {
    fill: var(--_track);
  }
  .bar .share {
    fill: var(--_data);
  }
  .bar .expected {
    fill: var(--_ink);
  }
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px 12px;
    margin-block-start: 8px;
    font-size: var(--_small);
  }
  .facts dt {
    color: var(--_quiet);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  details {
    margin-block-start: 8px;
    font-size: var(--_small);
  }
  summary {
    min-block-size: 24px;
    color: var(--_accent);
    cursor: pointer;
  }
  .why {
    margin-block-start: 4px;
    padding-inline-start: 16px;
    list-style: disc;
    overflow-wrap: anywhere;
  }
  .why li {
    margin-block-end: 4px;
  }
  table {
    inline-size: 100%;
    margin-block-start: 4px;
    border-collapse: collapse;
    font-size: var(--_small);
  }
  th,
  td {
    padding: 4px 0;
    border-block-end: 1px solid var(--_hairline);
    text-align: end;
    font-weight: 400;
    white-space: nowrap;
  }
  th:first-child {
    text-align: start;
  }
  thead th {
    color: var(--_quiet);
  }
  td .sign {
    vertical-align: -2px;
  }
  .others li {
    border-block-end: 1px solid var(--_hairline);
  }
  .other {
    display: grid;
    grid-template-columns: 16px 1fr auto;
    gap: 0 8px;
    align-items: baseline;
    inline-size: 100%;
    min-block-size: 32px;
    padding-top: 4px;
    padding-bottom: 4px;
    text-align: start;
    font-size: var(--_small);
  }
  .other .value {
    text-align: end;
    color: var(--_quiet);
  }
  .other .sign {
    align-self: center;
  }
  .names {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }
  .more {
    min-block-size: 32px;
    font-size: var(--_small);
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
`;
