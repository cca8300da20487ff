import { css } from 'lit';

export const mapStyles = css`
  .caption {
    display: flow-root;
  }
  .sentence {
    font-size: var(--_text);
    line-height: 1.6;
    text-wrap: pretty;
  }
  .notices {
    display: flex;
    flex-wrap: wrap;
    row-gap: 4px;
    margin-block-end: 8px;
    font-size: var(--_small);
  }
  .notice:not(:last-child) {
    margin-inline-end: 8px;
  }
  .notices:empty {
    display: none;
  }
  .notice {
    color: var(--_quiet);
  }
  .notice.is-loud {
    padding: 0 8px;
    border: 1px solid var(--_notice-edge);
    border-radius: var(--_radius);
    background: var(--_notice);
    color: var(--_amber);
  }
  .stages.is-beside {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    align-items: flex-start;
  }
  .is-beside > * {
    flex: 1 1 340px;
    min-inline-size: min(340px, 100%);
  }
  .is-beside > .is-later {
    order: 1;
  }
  .moment {
    margin-block-start: 12px;
    font-weight: 700;
  }
  .is-beside .stage {
    margin-block-start: 4px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    justify-content: space-between;
    min-block-size: 32px;
    margin-block-start: 8px;
  }
  .breadcrumb ol {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .breadcrumb li {
    display: flex;
    align-items: center;
    min-block-size: 28px;
  }
  .breadcrumb li + li::before {
    content: '›';
    content: '›' / '';
    margin-left: 8px;
    margin-right: 8px;
    color: var(--_quiet);
  }
  .breadcrumb li[aria-current] {
    font-weight: 600;
  }
  .breadcrumb button {
    min-block-size: 28px;
    min-inline-size: 24px;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline-start: auto;
  }
  .tool {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    justify-content: center;
    min-inline-size: 32px;
    min-block-size: 32px;
    padding-left: 5px;
    padding-right: 5px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_ground);
    font-size: var(--_small);
  }
  .tool:disabled {
    color: var(--_quiet);
    opacity: 0.5;
    cursor: default;
  }
  .header {
    position: absolute;
    border-radius: var(--_radius);
  }
  :host(:fullscreen) {
    overflow: auto;
  }
  :host(:fullscreen) .base {
    min-block-size: 100%;
    padding: 16px;
  }
  .stage {
    position: relative;
    min-block-size: 96px;
    margin-block-start: 4px;
    touch-action: pan-y;
  }
  .ruler {
    block-size: 0;
    /* a page that changes its own ground or font is heard by it */
    background: var(--_ground);
    transition:
      background-color 1ms,
      font-family 1ms;
    transition-behavior: allow-discrete;
  }
  .layer {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
  }
  .layer.is-behind {
    visibility: hidden;
  }
  .layer svg {
    display: block;
  }
  .for-print {
    display: none;
  }
  .areas {
    position: absolute;
    top: 0;
    right: 0;
    bottom: 0;
    left: 0;
    contain: strict;
    pointer-events: none;
  }
  .areas:focus-visible {
    outline: 2px solid var(--_ring);
    outline-offset: 4px;
  }
  .areas [role='group'] {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .tip {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 2;
    inline-size: max-content;
    max-inline-size: min(280px, 90%);
    padding: 8px 12px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_ground);
    box-shadow: 0 2px 8px rgb(16 24 40 / 16%);
    font-size: var(--_small);
    pointer-events: none;
  }
  .tip-name strong {
    font-size: var(--_text);
  }
  .tip-figure {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-block-start: 4px;
  }
  .tip-figure strong {
    font-size: var(--_text);
  }
  .quiet {
    color: var(--_quiet);
  }
  .sign {
    flex: none;
  }
  .message {
    margin-block: 8px;
    padding: 12px 16px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius);
    background: var(--_ground);
  }
  .message.is-over {
    position: absolute;
    z-index: 2;
    pointer-events: none;
  }
  .message.is-bad {
    border-color: var(--_red);
  }
  .message strong {
    color: var(--_red);
  }
  .message ul {
    margin-block-start: 4px;
    overflow-wrap: anywhere;
  }
  .imprint {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin-block-start: 8px;
    font-size: var(--_small);
    color: var(--_quiet);
  }
  .imprint:empty {
    display: none;
  }
  @media (hover: hover) {
    .tool:not(:disabled):hover {
      border-color: var(--_accent);
      color: var(--_accent);
    }
    .header:hover {
      outline: 1px solid var(--_hairline);
    }
  }
  @media (hover: none) {
    .tip:not(.by-key) {
      display: none;
    }
  }
  .print-legend {
    display: none;
  }
  .publication {
    margin-block-start: 4px;
    font-size: var(--_small);
    color: var(--_quiet);
  }
  .imprint [hidden] {
    display: none;
  }
  @media (forced-colors: active) {
    /* colours are the data */
    .layer,
    .tip .sign {
      forced-color-adjust: none;
    }
    .tool:disabled {
      color: GrayText;
      opacity: 1;
    }
  }
  @media print {
    .base {
      print-color-adjust: exact;
    }
    .stage {
      block-size: auto !important;
      break-inside: avoid;
    }
    .layer.svg {
      position: static;
    }
    .layer svg {
      inline-size: 100%;
      block-size: auto;
      /* the picture stays on one sheet, with its sentence and a legend */
      max-block-size: 60vh;
    }
    @media (orientation: landscape) {
      .layer svg {
        max-block-size: 74vh;
      }
    }
    .bar {
      min-block-size: 0;
    }
    .layer.is-behind {
      visibility: visible;
    }
    .for-print {
      display: block;
    }
    .layer.maplibre,
    .headers,
    .for-print ~ *,
    .tip {
      display: none;
    }
    .print-legend {
      display: block;
      margin-block-start: 12px;
      break-inside: avoid;
    }
  }
`;
