import { expect, it } from 'vitest';
import { decode, emitYaml, YamlParser } from './index.ts';

const texts = [
  '', 'a', ' a', 'a ', 'a: b', 'a:b', '- a', '-a', '#a', 'a #b', "it's", '"a"', "'", '@a', '`a`', '%a', '&a', '*a', '!a', '|', '>', '[a', 'a]', '{a', ',', 'null', '~', 'true', 'yes', 'No', '0', '-1', '0x1f', '1e3', '.5', '1.5',
  '.inf', '10:20', '2024-01-01', '---', '...', 'a\nb', 'a\n', 'a\n\n', 'a\n\nb\n', ' a\nb', 'a \nb', '\ta', 'a\tb', 'a\\b', '\x07', '\r', 'é', '😀', '\u0085', '\u00a0', '$', '<<', '=', '?', '? a', ':', ': a', 'a:',
];

it.for(texts)('%j is the same after it was written and read', (text) => {
  const yaml = emitYaml({ sorted: true, entries: [['text', text], ['list', [text, [text]]], ['map', { sorted: true, entries: [[`k${text}`, text]] }]] });
  const root = new YamlParser(yaml).next();
  expect(root && decode(root)).toEqual(new Map<string, unknown>([['text', text], ['list', [text, [text]]], ['map', new Map([[`k${text}`, text]])]]));
});

it('one document after the other', () => {
  const parser = new YamlParser('a: 1\n---\n- b\n...\n');
  expect([parser.next()?.kind, parser.next()?.kind, parser.next()]).toEqual(['mapping', 'sequence', undefined]);
});
