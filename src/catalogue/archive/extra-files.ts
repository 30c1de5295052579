import { internetRoots, opensslCnf, trustStore } from '../authority/index.ts';
import { directory, type FileRecipe, symlink, text } from '../recipe/file.ts';
import { computers, fortunes, literature, riddles } from './fortunes.ts';
import { strfileIndex } from './strfile.ts';

// Drawn for this course, except for the first one, which everybody knows.
const cows: Record<string, string> = {
  default: `        $thoughts   ^__^
         $thoughts  ($eyes)\\\\_______
            (__)\\\\       )\\\\/\\\\
             $tongue ||----w |
                ||     ||
`,
  whale: `     $thoughts
      $thoughts     .-------------.
       $thoughts   /  $eyes          \\\\      __
          |                \\\\____/ /
           \\\\_________  ________  \\\\
             $tongue       \\\\/        \\\\__\\\\
`,
  ship: `        $thoughts
         $thoughts    |\\\\
          $thoughts   | \\\\
              |__\\\\
         _____|________
         \\\\  $eyes  o  o  /
    ~~~~~~\\\\__________/~~~~~~
`,
  crane: `      $thoughts   ______________
       $thoughts  |\\\\      /|
          | $eyes    / |
          |  $tongue   [##]
          |
       ___|___
`,
};

/** The texts that packages install beside their programs. */
export function extraFiles(name: string): FileRecipe[] {
  switch (name) {
    case 'ca-certificates':
      return certificates();
    case 'cowsay':
      return Object.entries(cows).map(([cow, drawing]) => text(`usr/share/cowsay/cows/${cow}.cow`, `$the_cow = <<"EOC";\n${drawing}EOC\n`));
    case 'fortunes-min':
      return [...sayings('fortunes', fortunes), ...sayings('literature', literature), ...sayings('riddles', riddles)];
    case 'fortunes':
      return sayings('computers', computers);
    case 'openssl':
      return [
        text('etc/ssl/openssl.cnf', opensslCnf), symlink('usr/lib/ssl/openssl.cnf', '/etc/ssl/openssl.cnf'), symlink('usr/lib/ssl/certs', '/etc/ssl/certs'), symlink('usr/lib/ssl/private', '/etc/ssl/private'), symlink('usr/lib/ssl/cert.pem', '/etc/ssl/certs/ca-certificates.crt'),
      ];
    default:
      return [];
  }
}

function sayings(name: string, content: string): FileRecipe[] {
  const path = `usr/share/games/fortunes/${name}`;
  return [text(path, content), { kind: 'binary', path: `${path}.dat`, bytes: strfileIndex(content), mode: 0o644 }, symlink(`${path}.u8`, name)];
}

/** What the package's own scripts leave after the installation, with the simulated internet's roots. */
function certificates(): FileRecipe[] {
  const names = Object.keys(internetRoots);
  return [
    text('etc/ca-certificates.conf', names.map((name) => `mozilla/${name}.crt\n`).join('')), trustStore('etc/ssl/certs/ca-certificates.crt'),
    ...Object.entries(internetRoots).map(([name, pem]) => text(`usr/share/ca-certificates/mozilla/${name}.crt`, pem)),
    directory('etc/ca-certificates/update.d'), directory('usr/local/share/ca-certificates'),
    ...names.map((name) => symlink(`etc/ssl/certs/${name}.pem`, `/usr/share/ca-certificates/mozilla/${name}.crt`)),
  ];
}
