import { data, type FileRecipe, library, program, symlink } from './file.ts';

/** Reads lines `DIRECTORY MODE NAME=SIZE …`: shared libraries (under a `lib` directory, or `.so` in the name) and programs named after their files. */
export function parseExecutables(list: string): FileRecipe[] {
  return linesOf(list).flatMap(([directory = '', mode = '', ...files]) =>
    files.map((file) => {
      const equals = file.lastIndexOf('=');
      const name = file.slice(0, equals);
      const size = Number(file.slice(equals + 1));
      const path = `${directory}/${name}`;
      return /\/lib(64)?\//.test(`/${directory}/`) ? library(path, size, Number.parseInt(mode, 8)) : program(path, size, name.replace(/\.debianutils$/, ''), Number.parseInt(mode, 8));
    }));
}

/** Reads lines `DIRECTORY NAME>TARGET …`; a line without a directory is about the root. */
export function parseLinks(list: string): FileRecipe[] {
  return linesOf(list).flatMap((words) => {
    const [directory = '', ...links] = words[0]?.includes('>') ? ['', ...words] : words;
    return links.map((link) => {
      const [name = '', target = ''] = link.split('>');
      return symlink(directory === '' ? name : `${directory}/${name}`, target);
    });
  });
}

/** Reads lines `DIRECTORY SIZE`: one file of that size each, named as the largest of its kind. `keep` leaves directories out. */
export function parseBulk(list: string, keep: (directory: string) => boolean = () => true): FileRecipe[] {
  return linesOf(list)
    .filter(([directory = '']) => keep(directory))
    .map(([directory = '', size]) => data(`${directory}/${bulkName(directory)}`, Number(size)));
}

function bulkName(directory: string): string {
  if (directory.startsWith('usr/share/locale/')) return 'LC_MESSAGES/coreutils.mo';
  const known: Record<string, string> = {
    'usr/share/zoneinfo': 'tzdata.zi', 'usr/share/doc': 'dpkg/changelog.Debian.gz', 'usr/share/man': 'man1/bash.1.gz', 'usr/share/info': 'coreutils.info.gz',
    'usr/lib/locale': 'C.utf8/LC_CTYPE', 'usr/lib/x86_64-linux-gnu/gconv': 'libCNS.so', 'usr/lib/x86_64-linux-gnu/perl-base': 'unicore/Name.pl',
    'usr/lib/x86_64-linux-gnu/security': 'pam_unix.so', 'usr/share/keyrings': 'debian-archive-keyring.gpg', 'usr/share/common-licenses': 'GPL-3',
  };
  return known[directory] ?? `${directory.slice(directory.lastIndexOf('/') + 1)}.data`;
}

function linesOf(list: string): string[][] {
  return list.trimEnd().split('\n').filter((line) => line !== '').map((line) => line.split(' '));
}
