import { css } from 'lit';

export const tableStyles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin-block-end: 8px;
    font-size: var(--_small);
  }
  .search {
    display: flex;
    flex: 1 1 180px;
    gap: 8px;
    align-items: center;
  }
  .search span {
    flex: none;
  }
  .search input {
    min-inline-size: 0;
    flex: 1;
    min-block-size: 32px;
    padding-left: 8px;
    padding-right: 8px;
    border: 1px solid var(--_quiet);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .download {
    min-block-size: 32px;
    padding-left: 8px;
    padding-right: 8px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
  }
  .frame {
    max-block-size: var(--guatu-table-height, none);
    overflow: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_small);
  }
  caption {
    padding-block-end: 8px;
    text-align: start;
  }
  th,
  td {
    padding: 4px 8px;
    border-block-end: 1px solid var(--_hairline);
    text-align: start;
    font-weight: 400;
    white-space: nowrap;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--_ground);
  }
  thead button {
    min-block-size: 28px;
    font-weight: 600;
  }
  .number {
    text-align: end;
  }
  tr[aria-current='true'] > * {
    background: var(--_page);
    font-weight: 600;
  }
  .link {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .sign {
    vertical-align: -2px;
  }
  .more {
    min-block-size: 32px;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .quiet {
    font-size: var(--_small);
    color: var(--_quiet);
  }
  @media (forced-colors: active) {
    tr[aria-current='true'] > * {
      outline: 1px solid Highlight;
    }
  }
  @media print {
    .frame {
      max-block-size: none;
      overflow: visible;
    }
  }
`;
