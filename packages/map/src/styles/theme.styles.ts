import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';
import { THEMES } from '../scale/themes.js';
import type { Theme } from '../scale/themes.js';

/** A theme's colours as private properties. The page may override the public ones on any element around. */
function dress(theme: Theme): CSSResult {
  const color = (value: string): CSSResult => unsafeCSS(value);
  return css`
    .theme-${color(theme.name)} {
      --_ground: var(--guatu-ground, ${color(theme.ground)});
      --_ink: var(--guatu-ink, ${color(theme.ink)});
      --_quiet: var(--guatu-quiet, ${color(theme.quiet)});
      --_hairline: var(--guatu-hairline, ${color(theme.hairline)});
      --_accent: var(--guatu-accent, ${color(theme.accent)});
      --_accent-text: var(--guatu-accent-text, ${color(theme.accentText)});
      --_data: ${color(theme.attainment[4] ?? theme.accent)};
      --_track: ${color(theme.hairline)};
      --_page: ${color(theme.page)};
      --_ring: ${color(theme.ring)};
      --_red: ${color(theme.scheme === 'dark' ? '#ff9a92' : '#a8201a')};
      --_amber: ${color(theme.scheme === 'dark' ? '#ffd27a' : '#7a4b00')};
      --_notice: ${color(theme.scheme === 'dark' ? '#3a2c0c' : '#fff4dc')};
      --_notice-edge: ${color(theme.scheme === 'dark' ? '#8a6a1e' : '#e2b455')};
      color-scheme: ${color(theme.scheme)};
    }
  `;
}

/**
 * Text begins anew inside an element: what a page hands down to its own text would cut off, hide or stretch what was
 * measured without it. Visibility, cursor and custom properties go on being inherited.
 */
const freshText: CSSResult = css`
  .base {
    direction: ltr;
    unicode-bidi: isolate;
    writing-mode: horizontal-tb;
    border-collapse: separate;
    border-spacing: 0;
    caption-side: top;
    font-feature-settings: normal;
    font-kerning: auto;
    font-size-adjust: none;
    font-stretch: normal;
    font-style: normal;
    font-variant: normal;
    font-variation-settings: normal;
    font-weight: 400;
    hyphens: manual;
    letter-spacing: normal;
    line-break: auto;
    list-style: none;
    overflow-wrap: normal;
    paint-order: normal;
    stroke-width: 1px;
    tab-size: 8;
    text-align: start;
    text-align-last: auto;
    text-anchor: start;
    text-emphasis: none;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: 0;
    text-wrap: wrap;
    text-wrap-style: auto;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-stroke: 0;
  }
`;

/** What all elements share: colours by theme, type by size, focus rings, hidden text. */
export const themeStyles: CSSResult[] = [
  ...Object.values(THEMES).map(dress),
  freshText,
  css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none;
    }
    .base {
      --_small: 12px;
      --_text: 14px;
      --_title: 16px;
      --_scale: 1;
      --_radius: var(--guatu-radius, 4px);
      font-family: var(
        --guatu-font,
        'PingFang SC',
        'Microsoft YaHei',
        'Noto Sans CJK SC',
        'Source Han Sans SC',
        system-ui,
        sans-serif
      );
      font-size: var(--_text);
      line-height: 1.5;
      font-variant-numeric: tabular-nums;
      color: var(--_ink);
      background: var(--_ground);
      box-sizing: border-box;
    }
    .size-large {
      --_small: 16px;
      --_text: 18px;
      --_title: 21px;
    }
    .size-wall {
      --_small: 24px;
      --_text: 28px;
      --_title: 34px;
      --_scale: 2;
    }
    .contrast-high {
      --_quiet: var(--_ink);
      --_hairline: var(--_ink);
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    button,
    input {
      font: inherit;
      color: inherit;
    }
    button {
      cursor: pointer;
      background: none;
      border: 0;
      padding: 0;
    }
    h2,
    h3,
    p,
    ul,
    ol,
    dl,
    dd,
    figure {
      margin: 0;
      padding: 0;
    }
    ul,
    ol {
      list-style: none;
    }
    h2,
    h3 {
      font-size: var(--_text);
      font-weight: 600;
    }
    svg.sign {
      inline-size: calc(14px * var(--_scale));
      block-size: calc(14px * var(--_scale));
    }
    :focus-visible {
      outline: 2px solid var(--_ring);
      outline-offset: 2px;
      border-radius: var(--_radius);
    }
    .illustrative {
      margin-block-end: 8px;
      padding: 0 8px;
      border: 1px solid var(--_notice-edge);
      border-radius: var(--_radius);
      background: var(--_notice);
      color: var(--_amber);
      font-size: var(--_small);
    }
    .hidden-text {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media print {
      .no-print {
        display: none !important;
      }
    }
  `,
];
