/**
 * What a reader would call broken about a picture of a page: texts that are cut off, texts that lie over one another, a
 * page that is wider than its window. It reads boxes as they are laid out, of the document and of open shadow roots, so
 * its answer does not depend on the machine's fonts or on how edges are smoothed, as pixels of a stored picture would.
 *
 * It is handed to the page by `page.evaluate`, and so uses nothing from around it.
 *
 * @returns one line a fault; empty when there is none
 */
export function findFaults(): string[] {
  interface Piece {
    readonly text: string;
    readonly owner: Element;
    readonly rect: DOMRect;
  }
  /** Texts may reach this far over an edge, in CSS pixels: side bearings do. */
  const SLACK = 1.5;
  const faults: string[] = [];

  function parentOf(element: Element): Element | null {
    if (element.assignedSlot) return element.assignedSlot;
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  }

  function isSeen(element: Element): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    for (let around: Element | null = element; around; around = parentOf(around)) {
      // for screen readers only, or a ruler
      const { clipPath, position } = getComputedStyle(around);
      if (position === 'absolute' && clipPath !== 'none') return false;
    }
    return true;
  }

  function* texts(root: ParentNode & Node): Generator<Text> {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) yield node;
      else if (node instanceof Element && node.shadowRoot) yield* texts(node.shadowRoot);
    }
  }

  const pieces: Piece[] = [];
  for (const text of texts(document.body)) {
    const owner = text.parentElement;
    const said = text.data.trim();
    if (!owner || said === '' || /^(SCRIPT|STYLE|OPTION|TITLE)$/i.test(owner.tagName) || !isSeen(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (rect.width >= 1 && rect.height >= 1)
        pieces.push({ text: said.length > 24 ? `${said.slice(0, 24)}…` : said, owner, rect });
    }
  }

  /** The part of a piece that no box around it hides; what can be scrolled into view is not hidden. */
  function cutBy(piece: Piece): string | null {
    for (let around: Element | null = piece.owner; around && around !== document.body; around = parentOf(around)) {
      if (around instanceof SVGElement && !(around instanceof SVGSVGElement)) continue;
      const { overflowX, overflowY } = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      const sideways = overflowX === 'hidden' || overflowX === 'clip';
      const upright = overflowY === 'hidden' || overflowY === 'clip';
      if (sideways && (piece.rect.left < box.left - SLACK || piece.rect.right > box.right + SLACK))
        return around.localName;
      // a line's box is higher than its letters
      const bearing = piece.rect.height * 0.25;
      if (upright && (piece.rect.top < box.top - bearing || piece.rect.bottom > box.bottom + bearing))
        return around.localName;
      if (overflowX === 'auto' || overflowX === 'scroll') return null;
    }
    const { clientWidth } = document.documentElement;
    return piece.rect.left < -SLACK || piece.rect.right > clientWidth + SLACK ? 'window' : null;
  }

  for (const piece of pieces) {
    const cutter = cutBy(piece);
    if (cutter !== null) faults.push(`"${piece.text}" is cut off by its ${cutter}`);
  }

  // scrolled away or under something that lies over the page on purpose: not what this looks for
  function layerOf(element: Element): Element | null {
    for (let around: Element | null = element; around; around = parentOf(around)) {
      const { position, overflowY, overflowX, zIndex, backgroundColor } = getComputedStyle(around);
      if (position === 'fixed' || position === 'sticky' || /auto|scroll/.test(overflowX + overflowY)) return around;
      // a tip covers what is under it
      if (position === 'absolute' && zIndex !== 'auto' && backgroundColor !== 'rgba(0, 0, 0, 0)') return around;
    }
    return null;
  }
  const layers = new Map(pieces.map((piece) => [piece, layerOf(piece.owner)] as const));
  const sorted = [...pieces].sort((a, b) => a.rect.top - b.rect.top);
  for (const [index, a] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const b = sorted[next];
      if (!b || b.rect.top >= a.rect.bottom) break;
      if (layers.get(a) !== layers.get(b)) continue;
      const wide = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const high = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      // letters take about the middle half of their line's box
      if (wide > SLACK && high > 0.5 * Math.min(a.rect.height, b.rect.height))
        faults.push(`"${a.text}" and "${b.text}" lie over each other`);
    }
  }

  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} pixels wide in a window of ${clientWidth}`);
  return [...new Set(faults)];
}
