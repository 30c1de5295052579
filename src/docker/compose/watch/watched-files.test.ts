import { expect, test } from 'vitest';
import { bootKernel } from '../../../kernel/testing.ts';
import { IgnoreRules } from '../../cli/index.ts';
import { changesBetween, relative, scan } from './watched-files.ts';

test('files that are new, changed or gone are found; what is ignored is not looked at', () => {
  const { init } = bootKernel();
  for (const directory of ['/app', '/app/src', '/app/src/.git', '/app/src/gen', '/app/src/deep']) init.mkdir(directory);
  const write = (path: string, text: string): void => init.writeFile(`/app/src/${path}`, text);
  for (const path of ['kept', 'changed', 'gone', '.git/HEAD', 'gen/out', 'notes.txt', 'edited.swp', 'deep/er']) write(path, 'one');
  const watched = { path: '/app/src', root: '/app', rules: new IgnoreRules('src/notes.txt'), ignore: new IgnoreRules('gen') };
  const before = scan(init, watched);
  expect([...before.keys()].sort()).toEqual(['/app/src/changed', '/app/src/deep/er', '/app/src/gone', '/app/src/kept']);
  for (const path of ['changed', 'new', '.git/HEAD', 'gen/out', 'notes.txt']) write(path, 'and two');
  init.unlink('/app/src/gone');
  expect(changesBetween(before, scan(init, watched))).toEqual(['/app/src/changed', '/app/src/gone', '/app/src/new']);
});

test('a single file may be watched, and one that is not there has no files', () => {
  const { init } = bootKernel();
  init.mkdir('/app');
  init.writeFile('/app/Dockerfile', 'FROM alpine');
  const none = new IgnoreRules('');
  expect([...scan(init, { path: '/app/Dockerfile', root: '/app', rules: none, ignore: none }).keys()]).toEqual(['/app/Dockerfile']);
  expect(scan(init, { path: '/app/nosuch', root: '/app', rules: none, ignore: none }).size).toBe(0);
});

test('paths below a directory', () => {
  expect([relative('/app', '/app'), relative('/app', '/app/src/a'), relative('/', '/etc'), relative('/app', '/apple')]).toEqual(['', 'src/a', 'etc', undefined]);
});
