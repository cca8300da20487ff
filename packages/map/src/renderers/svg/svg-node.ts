/** An element to be: written as text in Node, made as an element in a page. */
export interface SvgNode {
  readonly tag: string;
  /** Presentation attributes only: neither `style` nor `class`, so that any content security policy allows them. */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly SvgNode[];
  /** Text inside the element; then it has no children. */
  readonly text?: string;
}

export function element(
  tag: string,
  attributes: SvgNode['attributes'] = {},
  children: readonly SvgNode[] = [],
): SvgNode {
  return { tag, attributes, children };
}

export function textElement(tag: string, attributes: SvgNode['attributes'], text: string): SvgNode {
  return { tag, attributes, children: [], text };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters XML has no place for, whatever way they are written. */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What needs no second look: nearly every attribute. */
const HARMLESS = /^[\w\s.,:;#()%/+-]*$/;

/** Text as it may stand in an element or an attribute; names come from files and may hold anything. */
function escapeXml(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Writes an element and everything in it. */
export function writeNode({ tag, attributes, children, text }: SvgNode): string {
  let written = '';
  for (const name of Object.keys(attributes)) {
    const value = attributes[name] ?? '';
    // paths are letters and numbers of our own making, and most of the text of a map
    const safe = typeof value === 'number' || name === 'd' ? value : escapeXml(value);
    written += ` ${name}="${safe}"`;
  }
  if (text === undefined && children.length === 0) return `<${tag}${written}/>`;
  const inside = text === undefined ? children.map(writeNode).join('') : escapeXml(text);
  return `<${tag}${written}>${inside}</${tag}>`;
}
