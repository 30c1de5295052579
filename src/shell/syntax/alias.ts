import { forEachChild, parse, type SyntaxNode } from 'unbash';

const limit = 100;

/**
 * The text with aliases replaced in its first `length` characters, as bash does while it reads; undefined when there is
 * nothing to replace. Command words count, and the word after a value that ends in a blank.
 */
export function expandAliases(aliases: ReadonlyMap<string, string>, text: string, length: number): string | undefined {
  let current = text;
  let changed = false;
  let region = length;
  /** Replaced ranges: within one, its own names are not replaced again. */
  let shields: { start: number; end: number; name: string }[] = [];
  for (let round = 0; round < limit; round++) {
    const word = findAlias(current, region, aliases, shields);
    if (!word) break;
    const value = aliases.get(word.name) ?? '';
    const delta = value.length - (word.end - word.start);
    current = current.slice(0, word.start) + value + current.slice(word.end);
    region += delta;
    shields = shields.map((shield) => ({
      name: shield.name,
      start: shield.start > word.start ? shield.start + delta : shield.start,
      end: shield.end >= word.end ? shield.end + delta : shield.end,
    }));
    shields.push({ start: word.start, end: word.start + value.length, name: word.name });
    changed = true;
  }
  return changed ? current : undefined;
}

interface Found {
  start: number;
  end: number;
  name: string;
}

function findAlias(text: string, region: number, aliases: ReadonlyMap<string, string>, shields: readonly Found[]): Found | undefined {
  let found: Found | undefined;
  const shielded = (name: string, at: number): boolean => shields.some((shield) => shield.name === name && at >= shield.start && at < shield.end);
  const consider = (raw: string, start: number, end: number): boolean => {
    if (!aliases.has(raw) || shielded(raw, start) || (found && found.start <= start)) return false;
    found = { start, end, name: raw };
    return true;
  };
  const visit = (node: SyntaxNode): void => {
    if (node.pos >= region || node.type === 'Function') {
      if (node.type === 'Function' && node.pos < region) forEachChild(node, visit);
      return;
    }
    if (node.type === 'Command' && node.name) {
      consider(node.name.text, node.name.pos, node.name.end);
      // A value that ends in a blank makes the next word a candidate.
      let previousEnd = node.name.end;
      for (const arg of node.args) {
        const before = shields.find((shield) => shield.end <= arg.pos && shield.end >= previousEnd - 0 && /[ \t]$/.test(aliases.get(shield.name) ?? '') && text.slice(shield.end, arg.pos).trim() === '');
        if (before && arg.type === 'Word') consider(arg.text, arg.pos, arg.end);
        previousEnd = arg.end;
      }
    }
    forEachChild(node, visit);
  };
  visit(parse(text));
  return found;
}
