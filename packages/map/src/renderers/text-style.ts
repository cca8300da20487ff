/** System fonts that have Chinese, as every renderer asks for them. */
const FONTS = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'sans-serif'] as const;

/** How far below the middle of a line its baseline lies, in ems; where Chinese fonts have it. */
export const BASELINE = 0.36;

/** Width of the line around a text with a halo, half of it outside the letters, in scene units. */
export const HALO_WIDTH = 3;

const QUOTED = FONTS.map((font) => (font.includes(' ') ? `'${font}'` : font)).join(', ');

/** The families a scene is written in, as CSS writes them. */
export function familiesOf({ font }: { readonly font?: string }): string {
  return font ?? QUOTED;
}

/** The same, one by one and without quotes. */
export function listFamilies({ font }: { readonly font?: string }): readonly string[] {
  if (font === undefined) return FONTS;
  const names = [...font.matchAll(/"([^"]*)"|'([^']*)'|([^,"']+)/g)].map(([, one, other, bare]) =>
    (one ?? other ?? bare ?? '').trim(),
  );
  return names.filter((name) => name !== '');
}
