import { LineReader, rawProgram, type Tool } from '../program/index.ts';
import { programStub } from '../../kernel/index.ts';
import { readZip, unpackEntry } from '../archive/zip-file.ts';
import { makeFolders } from './database.ts';
import { IndexClient } from './pip/index-client.ts';
import { fits } from './pip/pip-version.ts';

/** A package of the stand-in's channel: what `conda list` and the plan say, and what it brings. */
interface CondaPackage {
  version: string;
  build: string;
  size: string;
  /** The wheels of the Python package index that hold its files. */
  wheels: readonly string[];
}

const python = '3.12.4';
const site = 'lib/python3.12/site-packages';

/** conda-forge as far as the course needs it: the Python SDK for the Engine API and nothing else. */
const channel: Record<string, CondaPackage> = {
  'docker-py': {
    version: '7.1.0',
    build: 'pyhd8ed1ab_1',
    size: '101 KB',
    wheels: ['docker', 'requests', 'urllib3', 'charset-normalizer', 'idna', 'certifi'],
  },
};

const notice = '# conda here is a stand-in of the sandbox: it knows the channel conda-forge with the package docker-py, and no other.\n';
const version = 'conda 24.9.2';

/** A small stand-in for conda, in the user's own ~/miniconda3: install, remove, list, search and info of what the course needs. */
export const conda = rawProgram('conda', async (tool, words) => {
  const [command, ...rest] = words;
  switch (command) {
    case 'install': return await install(tool, rest);
    case 'remove': case 'uninstall': return await remove(tool, rest);
    case 'list': return list(tool, rest);
    case 'search': return await search(tool, rest);
    case 'info': tool.out.write(`\n     active environment : base\n    active env location : ${prefix(tool)}\n          conda version : ${version.slice(6)}\n           channel URLs : https://conda.anaconda.org/conda-forge/linux-64\n               platform : linux-64\n\n`); return 0;
    case '-V': case '--version': tool.out.write(`${version}\n`); return 0;
    case undefined: case '-h': case '--help':
      tool.out.write(`usage: conda [-h] [-V] command ...\n\n${notice}\ncommands:\n  info, install, list, remove, search\n`);
      return 0;
    default:
      await tool.errorText(`usage: conda [-h] [-V] command ...\nconda: error: argument COMMAND: invalid choice: '${command}' (choose from info, install, list, remove, search)\n`);
      return 2;
  }
}, 1);

function prefix(tool: Tool): string {
  return `${tool.process.env['HOME'] ?? '/root'}/miniconda3`;
}

function recordOf(tool: Tool, name: string): string {
  const found = channel[name];
  return `${prefix(tool)}/conda-meta/${name}-${found?.version}-${found?.build}.json`;
}

function parse(words: readonly string[]): { specs: string[]; channels: string[]; yes: boolean; unknown: string | undefined } {
  const specs: string[] = [];
  const channels: string[] = [];
  let yes = false;
  let unknown: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-c' || word === '--channel') channels.push(words[++at] ?? '');
    else if (word.startsWith('--channel=')) channels.push(word.slice(10));
    else if (word === '-y' || word === '--yes') yes = true;
    else if (word === '-n' || word === '--name') at++;
    else if (word === '-q' || word === '--quiet' || word === '--override-channels') continue;
    else if (word.startsWith('-')) unknown ??= word;
    else specs.push(word);
  }
  return { specs, channels, yes, unknown };
}

async function proceed(tool: Tool, yes: boolean): Promise<boolean> {
  if (yes) return true;
  tool.out.write('Proceed ([y]/n)? ');
  await tool.out.flush();
  const answer = await new LineReader(tool.process, 0).next();
  tool.out.write('\n');
  if (answer !== undefined && /^\s*(y(es)?)?\s*$/i.test(answer)) return true;
  await tool.errorText('\nCondaSystemExit: Exiting.\n\n');
  return false;
}

async function unrecognized(tool: Tool, word: string): Promise<number> {
  await tool.errorText(`conda: error: unrecognized arguments: ${word}\n`);
  return 2;
}

async function install(tool: Tool, words: readonly string[]): Promise<number> {
  const { specs, channels, yes, unknown } = parse(words);
  if (unknown !== undefined) return await unrecognized(tool, unknown);
  await tool.errorText(notice);
  if (specs.length === 0) {
    await tool.errorText('\nCondaValueError: too few arguments, must supply command line package specs or --file\n\n');
    return 1;
  }
  const used = [...new Set([...channels, 'defaults'])];
  tool.out.write(`Channels:\n${used.map((name) => ` - ${name}\n`).join('')}Platform: linux-64\nCollecting package metadata (repodata.json): done\n`);
  const names = specs.map((spec) => spec.replace(/[=<>~!].*$/, ''));
  const missing = specs.filter((spec, at) => {
    const name = names[at] ?? '';
    const wanted = /==?([^=<>~!]+)$/.exec(spec)?.[1];
    return !(name in channel) || !channels.includes('conda-forge') || (wanted !== undefined && !channel[name]?.version.startsWith(wanted));
  });
  if (missing.length > 0) {
    tool.out.write('Solving environment: failed\n');
    await tool.out.flush();
    await tool.errorText(`\nPackagesNotFoundError: The following packages are not available from current channels:\n\n${missing.map((spec) => `  - ${spec}\n`).join('')}\nCurrent channels:\n\n${used.map((name) => `  - ${name === 'defaults' ? 'https://repo.anaconda.com/pkgs/main' : `https://conda.anaconda.org/${name}`}/linux-64\n`).join('')}\n`);
    return 1;
  }
  tool.out.write('Solving environment: done\n');
  const wanted = [...new Set(names)].filter((name) => !tool.process.exists(recordOf(tool, name)));
  if (wanted.length === 0) {
    tool.out.write('\n# All requested packages already installed.\n\n');
    return 0;
  }
  const row = (left: string, right: string) => `    ${left.padEnd(27)}|${right}\n`;
  tool.out.write(`\n\n## Package Plan ##\n\n  environment location: ${prefix(tool)}\n\n  added / updated specs:\n${specs.map((spec) => `    - ${spec}\n`).join('')}\n\nThe following packages will be downloaded:\n\n`);
  tool.out.write(row('package', '            build') + row('-'.repeat(27), '-'.repeat(17)));
  for (const name of wanted) {
    const each = channel[name];
    tool.out.write(`${row(`${name}-${each?.version}`, `${(each?.build ?? '').padStart(17)}         ${each?.size}  conda-forge`)}`);
  }
  tool.out.write(`    ${'-'.repeat(60)}\n${'Total:'.padStart(50)}         ${channel[wanted[0] ?? '']?.size}\n\nThe following NEW packages will be INSTALLED:\n\n${wanted.map((name) => `  ${name.padEnd(18)} conda-forge/noarch::${name}-${channel[name]?.version}-${channel[name]?.build} \n`).join('')}\n\n`);
  if (!(await proceed(tool, yes))) return 0;
  tool.out.write('\nDownloading and Extracting Packages: ...working... done\nPreparing transaction: done\nVerifying transaction: done\n');
  for (const name of wanted) await lay(tool, name);
  tool.out.write('Executing transaction: done\n');
  return 0;
}

async function lay(tool: Tool, name: string): Promise<void> {
  const { process } = tool;
  const found = channel[name];
  if (!found) return;
  layPython(tool);
  const index = new IndexClient(process, 'http://pypi.org/simple');
  const paths: string[] = [];
  try {
    for (const wheel of found.wheels) {
      const candidate = (await index.candidates(wheel)).find(({ python: needs }) => fits(python, needs));
      for (const entry of candidate ? readZip(await index.wheel(candidate)) : []) {
        if (entry.name.endsWith('/')) continue;
        const path = `${site}/${entry.name}`;
        makeFolders(process, `${prefix(tool)}/${path.slice(0, path.lastIndexOf('/'))}`);
        process.writeFile(`${prefix(tool)}/${path}`, unpackEntry(entry));
        paths.push(path);
      }
    }
  } finally {
    index.close();
  }
  makeFolders(process, `${prefix(tool)}/conda-meta`);
  process.writeFile(recordOf(tool, name), `${JSON.stringify({ build: found.build, channel: 'https://conda.anaconda.org/conda-forge', files: paths, name, subdir: 'noarch', version: found.version }, undefined, 2)}\n`);
}

/** The environment's own Python, which finds the environment's packages. */
function layPython({ process }: Tool): void {
  const bin = `${process.env['HOME'] ?? '/root'}/miniconda3/bin`;
  if (process.exists(`${bin}/python3.12`)) return;
  makeFolders(process, bin);
  process.writeFile(`${bin}/python3.12`, programStub('python3.12'), { mode: 0o755, size: 30_000_000 });
  for (const link of ['python3', 'python']) process.symlink('python3.12', `${bin}/${link}`);
}

async function remove(tool: Tool, words: readonly string[]): Promise<number> {
  const { specs, yes, unknown } = parse(words);
  if (unknown !== undefined) return await unrecognized(tool, unknown);
  const installed = specs.filter((name) => name in channel && tool.process.exists(recordOf(tool, name)));
  if (installed.length === 0) {
    await tool.errorText(`\nPackagesNotFoundError: The following packages are missing from the target environment:\n${specs.map((spec) => `  - ${spec}\n`).join('')}\n`);
    return 1;
  }
  tool.out.write(`\n## Package Plan ##\n\n  environment location: ${prefix(tool)}\n\n  removed specs:\n${installed.map((name) => `    - ${name}\n`).join('')}\n\n`);
  if (!(await proceed(tool, yes))) return 0;
  for (const name of installed) {
    const { files } = JSON.parse(tool.process.readTextFile(recordOf(tool, name))) as { files: string[] };
    for (const path of files) if (tool.process.exists(`${prefix(tool)}/${path}`)) tool.process.unlink(`${prefix(tool)}/${path}`);
    tool.process.unlink(recordOf(tool, name));
  }
  tool.out.write('Preparing transaction: done\nVerifying transaction: done\nExecuting transaction: done\n');
  return 0;
}

function list(tool: Tool, words: readonly string[]): number {
  const pattern = words.find((word) => !word.startsWith('-')) ?? '';
  tool.out.write(`# packages in environment at ${prefix(tool)}:\n#\n# Name                    Version                   Build  Channel\n`);
  for (const [name, each] of Object.entries(channel)) {
    if (name.includes(pattern) && tool.process.exists(recordOf(tool, name))) tool.out.write(`${name.padEnd(25)} ${each.version.padEnd(18)} ${each.build.padStart(12)}    conda-forge\n`);
  }
  return 0;
}

async function search(tool: Tool, words: readonly string[]): Promise<number> {
  const { specs } = parse(words);
  const name = specs[0] ?? '';
  const found = channel[name];
  tool.out.write('Loading channels: done\n');
  await tool.out.flush();
  if (!found) {
    await tool.errorText(`No match found for: ${name}. Search: *${name}*\n\nPackagesNotFoundError: The following packages are not available from current channels:\n\n  - ${name}\n\n`);
    return 1;
  }
  tool.out.write(`# Name                       Version           Build  Channel             \n${name.padEnd(20)} ${found.version.padStart(15)} ${found.build.padStart(15)}  conda-forge         \n`);
  return 0;
}
