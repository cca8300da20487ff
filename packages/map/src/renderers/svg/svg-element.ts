import type { SvgNode } from './svg-node.js';

export const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Makes an element of the page from its description, and everything in it. */
export function createElement({ tag, attributes, children, text }: SvgNode): SVGElement {
  const made = document.createElementNS(NAMESPACE, tag);
  setAttributes(made, attributes);
  if (text !== undefined) made.textContent = text;
  for (const child of children) made.append(createElement(child));
  return made;
}

export function setAttributes(target: Element, attributes: SvgNode['attributes']): void {
  for (const name of Object.keys(attributes)) if (name !== 'xmlns') target.setAttribute(name, String(attributes[name]));
}

/** Makes a group's children what they are to be; elements that stay the same kind are kept. */
export function patchChildren(group: Element, before: readonly SvgNode[], after: readonly SvgNode[]): void {
  if (before === after) return;
  const shared = Math.min(before.length, after.length);
  for (let index = 0; index < shared; index++) {
    const [old, next, child] = [before[index], after[index], group.children[index]];
    if (!old || !next || !child) continue;
    if (old.tag === next.tag) patchElement(child, old, next);
    else child.replaceWith(createElement(next));
  }
  while (group.children.length > after.length) group.lastElementChild?.remove();
  for (const next of after.slice(shared)) group.append(createElement(next));
}

export function patchElement(child: Element, before: SvgNode, after: SvgNode): void {
  for (const [name, value] of Object.entries(after.attributes)) {
    if (before.attributes[name] !== value) child.setAttribute(name, String(value));
  }
  for (const name of Object.keys(before.attributes)) {
    if (!(name in after.attributes)) child.removeAttribute(name);
  }
  if (after.text !== undefined) {
    if (after.text !== before.text) child.textContent = after.text;
    return;
  }
  patchChildren(child, before.children, after.children);
}
