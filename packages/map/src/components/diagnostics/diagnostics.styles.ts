import { css } from 'lit';

export const diagnosticsStyles = css`
  summary {
    cursor: pointer;
    font-weight: 600;
  }
  .count {
    font-weight: 400;
    color: var(--_quiet);
  }
  .count.is-bad {
    color: var(--_red);
    font-weight: 600;
  }
  .list {
    max-block-size: 320px;
    margin-block-start: 8px;
    overflow: auto;
    font-size: var(--_small);
    overflow-wrap: anywhere;
  }
  .list li {
    padding-top: 4px;
    padding-bottom: 4px;
    border-block-start: 1px solid var(--_hairline);
  }
  .severity {
    font-weight: 600;
  }
  .is-error .severity {
    color: var(--_red);
  }
  .is-warning .severity {
    color: var(--_amber);
  }
  .subject {
    margin-block-start: 8px;
  }
  .notes {
    font-size: var(--_small);
  }
  .rows {
    margin-block-start: 8px;
    font-size: var(--_small);
    color: var(--_quiet);
  }
`;
