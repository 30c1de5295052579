import { expect, test } from 'vitest';
import { supportNote } from '../i18n/support-notes.ts';
import { dockerReference } from './docker-reference.ts';

const commands = dockerReference().flatMap((group) => group.commands);

test('every command stands once, with all its names', () => {
  const usages = commands.map(({ usage }) => usage);
  expect(new Set(usages).size).toBe(usages.length);
  expect(commands.find(({ usage }) => usage.startsWith('docker container run '))?.names).toEqual(['docker run', 'docker container run']);
  expect(commands.length).toBeGreaterThan(140);
});

test('what works in part or not says so in Russian too', () => {
  const supports = commands.flatMap((command) => [command, ...command.flags]).map(({ support }) => support).filter((support) => support !== 'yes');
  const notes = new Set(supports.map((support) => ('no' in support ? support.no : support.partly)));
  expect([...notes].filter((note) => supportNote('ru', note) === note)).toEqual([]);
});
