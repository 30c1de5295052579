import { type ControlFields, parseControl } from '../debian/control.ts';
import { data, type FileRecipe, library, program, symlink, text } from '../recipe/file.ts';
import { extraFiles } from './extra-files.ts';

/** A package of the archive, as plain data. */
export interface DebRecipe {
  /** Fields of the control file, in order. */
  control: ControlFields;
  files: FileRecipe[];
  /** `main` or `universe`. */
  component: string;
}

// What update-alternatives would make of the postinst scripts, of which there are none here.
const alternatives: Record<string, readonly (readonly [link: string, target: string])[]> = {
  'netcat-openbsd': [['bin/nc', '/bin/nc.openbsd'], ['bin/netcat', '/bin/nc.openbsd']],
  nano: [['usr/bin/editor', '/bin/nano'], ['usr/bin/pico', '/bin/nano']],
  'vim-tiny': [['usr/bin/vi', '/usr/bin/vim.tiny'], ['usr/bin/view', '/usr/bin/vim.tiny'], ['usr/bin/ex', '/usr/bin/vim.tiny']],
  'inetutils-telnet': [['usr/bin/telnet', '/usr/bin/inetutils-telnet']],
};

/** Reads a list of packages: control fields, and what they install in Executables, Libraries, Links and Bulk. */
export function parseDebRecipes(list: string): DebRecipe[] {
  return parseControl(list).map((fields) => {
    const name = fields.get('Package') ?? '';
    const words = (field: string): [string, string][] => (fields.get(field)?.split(' ') ?? []).map((word) => {
      const at = word.search(/[=>]/);
      return [word.slice(0, at), word.slice(at + 1)];
    });
    const files: FileRecipe[] = [
      ...words('Executables').map(([path, size]) => {
        const [bytes = '', mode = '755'] = size.split(':');
        return program(path, Number(bytes), undefined, Number.parseInt(mode, 8));
      }),
      ...words('Libraries').map(([path, size]) => library(path, Number(size))),
      ...words('Links').map(([path, target]) => symlink(path, target)),
      ...words('Bulk').map(([directory, size]) => data(`${directory}/${directory.startsWith('usr/share/doc') ? 'changelog.Debian.gz' : `${name}.data`}`, Number(size))),
      ...(alternatives[name] ?? []).flatMap(([link, target]) => {
        const short = link.slice(link.lastIndexOf('/') + 1);
        return [symlink(link, `/etc/alternatives/${short}`), symlink(`etc/alternatives/${short}`, target)];
      }),
      text(`usr/share/doc/${name}/copyright`, `${name} as Drydock's package archive has it: the names and sizes of the files are Debian's, their content is not.\n`),
      ...extraFiles(name),
    ];
    const control: ControlFields = new Map();
    for (const [field, value] of fields) {
      if (['Executables', 'Libraries', 'Links', 'Bulk'].includes(field)) continue;
      if (field === 'Description') control.set('Maintainer', 'Drydock package archive <packages@drydock.test>');
      control.set(field, value);
    }
    return { control, files, component: fields.get('Section')?.startsWith('universe/') ? 'universe' : 'main' };
  });
}

/** Where a package lies under the archive's root. */
export function poolPath({ control, component }: DebRecipe): string {
  const name = control.get('Package') ?? '';
  const source = control.get('Source')?.split(' ')[0] ?? name;
  const letter = source.startsWith('lib') ? source.slice(0, 4) : source.slice(0, 1);
  const version = (control.get('Version') ?? '').replace(/^\d+:/, '');
  return `pool/${component}/${letter}/${source}/${name}_${version}_${control.get('Architecture') ?? ''}.deb`;
}
