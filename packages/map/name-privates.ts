import { parseAst } from 'rolldown/parseAst';
import type { Plugin } from 'rolldown';

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Private members as members with a short name that nothing else has. Chromium 80 knows no private methods, and what
 * bundlers write in their place is a `WeakSet`, a lookup and two helpers for each.
 */
export function namePrivates(): Plugin {
  let next = 0;
  const found: Found[] = [];
  const scopes: Map<string, string>[] = [];
  const nameOf = (name: string): string => {
    const scope = [...scopes].reverse().find((one) => one.has(name));
    const short = scope?.get(name);
    if (short === undefined) throw new Error(`#${name} is declared by no class around it`);
    return short;
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) enter(value);
  };
  const enter = (node: Node): void => {
    if (node.type === 'PrivateIdentifier')
      found.push({ start: node.start, end: node.end, text: nameOf(node.name ?? '') });
    if (node.type === 'BinaryExpression' && (node as unknown as { left: Node }).left.type === 'PrivateIdentifier') {
      const { left, right } = node as unknown as { readonly left: Node; readonly right: unknown };
      found.push({ start: left.start, end: left.end, text: `"${nameOf(left.name ?? '')}"` });
      visit(right);
      return;
    }
    const opens = node.type === 'ClassBody';
    if (opens)
      scopes.push(declare(node as unknown as { readonly body: readonly Node[] }, () => `_$${(next++).toString(36)}`));
    for (const child of Object.values(node)) visit(child);
    if (opens) scopes.pop();
  };
  return {
    name: 'name-privates',
    transform: {
      filter: { id: /\.[jt]s$/, code: /#\w/ },
      handler(code, id) {
        found.length = 0;
        visit(parseAst(code, { lang: id.endsWith('.ts') ? 'ts' : 'js' }, id));
        if (found.length === 0) return null;
        const out: string[] = [];
        let from = 0;
        for (const { start, end, text } of found.sort((a, b) => a.start - b.start)) {
          out.push(code.slice(from, start), text);
          from = end;
        }
        return { code: out.join('') + code.slice(from), map: null };
      },
    },
  };
}

/** The private names of a class, each with another one that no class of the build has. */
function declare({ body }: { readonly body: readonly Node[] }, make: () => string): Map<string, string> {
  const names = new Map<string, string>();
  for (const member of body) {
    const { key } = member as unknown as { readonly key?: Node };
    if (key?.type === 'PrivateIdentifier' && key.name !== undefined && !names.has(key.name))
      names.set(key.name, make());
  }
  return names;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string';
}
