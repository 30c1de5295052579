/** A line after `!` was expanded, or why it could not be. */
export type HistoryExpansion = { kind: 'line'; text: string } | { kind: 'error'; message: string };

const event = /^!(!|-?\d+|\?[^?]*\??|[^\s:=(;&|<>^$*"'!-][^\s:;&|<>()"'!^$*]*|(?=[$^*:]))(?::?([$^*]|\d+(?:-(?:\d+|\$)?)?)|:([$^*]|\d+(?:-(?:\d+|\$)?)?|-\d+))?((?::(?:[hrtep]|s\/[^/]*\/[^/]*\/?|gs\/[^/]*\/[^/]*\/?))*)/;

/** Replaces `!!`, `!n`, `!text`, `!$` and their kin, except in single quotes. `base`: number of the first line of the history. */
export function expandHistory(line: string, history: readonly string[], base: number): HistoryExpansion {
  const quick = /^\^([^^]*)\^([^^]*)\^?$/.exec(line);
  if (quick) {
    const last = history[history.length - 1] ?? '';
    if (!last.includes(quick[1] ?? '')) return { kind: 'error', message: ':s' + line + ': substitution failed' };
    return { kind: 'line', text: last.replace(quick[1] ?? '', quick[2] ?? '') };
  }
  let text = '';
  let single = false;
  let double = false;
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? '';
    if (character === '\\' && !single) {
      text += line.slice(index, index + 2);
      index++;
      continue;
    }
    if (character === "'" && !double) single = !single;
    if (character === '"' && !single) double = !double;
    const next = line[index + 1];
    const starts = character === '!' && !single && next !== undefined && !/[\s=(]/.test(next) && !(double && next === '"');
    const before = line.slice(Math.max(0, index - 2), index);
    if (!starts || before.endsWith('${') || before.endsWith('[') || before.endsWith('$')) {
      text += character;
      continue;
    }
    const match = event.exec(line.slice(index));
    if (!match) {
      text += character;
      continue;
    }
    const found = findEvent(match[1] ?? '', history, base);
    if (found === undefined) return { kind: 'error', message: `${match[0].replace(/:.*$/, '')}: event not found` };
    const selected = selectWords(found, match[2] ?? match[3]);
    if (selected === undefined) return { kind: 'error', message: `${match[0]}: bad word specifier` };
    text += modify(selected, match[4] ?? '');
    index += match[0].length - 1;
  }
  return { kind: 'line', text };
}

function findEvent(name: string, history: readonly string[], base: number): string | undefined {
  if (name === '!' || name === '') return history[history.length - 1];
  if (/^-\d+$/.test(name)) return history[history.length + Number(name)];
  if (/^\d+$/.test(name)) return history[Number(name) - base];
  if (name.startsWith('?')) return history.findLast((line) => line.includes(name.slice(1).replace(/\?$/, '')));
  return history.findLast((line) => line.startsWith(name));
}

function selectWords(line: string, selector: string | undefined): string | undefined {
  if (selector === undefined) return line;
  const words = line.match(/(?:\\.|'[^']*'|"(?:\\.|[^"\\])*"|[^\s'"\\|&;<>()])+|[|&;<>()]+/g) ?? [];
  if (selector === '$') return words[words.length - 1];
  if (selector === '^') return words[1];
  if (selector === '*') return words.slice(1).join(' ');
  const [from = '', to] = selector.split('-');
  const start = from === '' ? 0 : Number(from);
  if (start >= words.length) return undefined;
  if (!selector.includes('-')) return words[start];
  return words.slice(start, to === '$' ? undefined : to === '' || to === undefined ? -1 : Number(to) + 1).join(' ');
}

function modify(text: string, modifiers: string): string {
  let result = text;
  for (const [, modifier = ''] of modifiers.matchAll(/:((?:g?s\/[^/]*\/[^/]*\/?)|[hrtep])/g)) {
    if (modifier === 'h') result = result.replace(/\/[^/]*$/, '');
    else if (modifier === 't') result = result.replace(/^.*\//, '');
    else if (modifier === 'r') result = result.replace(/\.[^./]*$/, '');
    else if (modifier === 'e') result = /\.[^./]*$/.exec(result)?.[0] ?? '';
    else if (modifier.includes('s/')) {
      const [, old = '', replacement = ''] = modifier.split('/');
      result = modifier.startsWith('g') ? result.replaceAll(old, replacement) : result.replace(old, replacement);
    }
  }
  return result;
}
