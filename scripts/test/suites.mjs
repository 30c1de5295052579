import { join } from 'node:path';
import { buildSite } from '../serve/build-site.mjs';
import { nodePath } from '../install/node.mjs';
import { root } from '../install/root.mjs';
import { run } from '../process/run.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name what `npm test -- NAME` calls it
 * @property {string} about one line for people
 * @property {number} processors how many processors it keeps busy
 * @property {string[]} [needs] names of `machine/` resources
 * @property {string} [apart] of the suites with the same word here, one runs at a time
 * @property {string[]} [after] suites that must have passed; they run along when only this one is asked for
 * @property {number} minutes the time limit
 * @property {(signal: AbortSignal) => Promise<{ exitCode: number, output: string }>} run
 */

const command = (name, ...args) => (signal) => run(name, args, { signal });
const vitest = (project) => (signal) =>
  run(nodePath(), [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter', 'dot'], { signal, env: { CI: '1', NO_COLOR: '1' } });

const cli = (...args) => (signal) => run(nodePath(), ['--disable-warning=ExperimentalWarning', join(root, 'src', 'cli', 'main.ts'), ...args], { signal });

/** The types of three runtimes: the worker's code knows neither DOM nor Node, the site's no Node. */
const types = ['worker', 'node', 'site'].map((runtime) => ({
  name: `types-${runtime}`,
  about: `TypeScript, what runs in ${runtime === 'worker' ? 'the worker' : runtime === 'node' ? 'Node' : 'the page'}`,
  processors: 1,
  minutes: 3,
  run: command('tsc', '-p', `tsconfig.${runtime}.json`, '--pretty', 'false'),
}));

/** @type {Suite[]} */
export const suites = [
  ...types,
  { name: 'lint', about: 'oxlint', processors: 1, minutes: 2, run: command('oxlint', '--type-aware', '--quiet', '.') },
  { name: 'layers', about: 'who may import whom, rules for files and folders', processors: 1, minutes: 2, run: vitest('layers') },
  { name: 'dead-code', about: 'knip', processors: 1, minutes: 2, run: command('knip', '--no-progress') },
  // The longest, which takes one processor: all that needs no more runs beside it.
  { name: 'labs-docker', about: 'every lab, proved on real Docker', processors: 1, needs: ['docker', 'lab-host'], apart: 'networks', minutes: 35, run: cli('labs', 'test', '--backend', 'docker', '--changed') },
  { name: 'unit', about: 'tests beside the code', processors: 1, minutes: 20, run: vitest('unit') },
  { name: 'conformance', about: 'recordings of the real things, replayed on the sandbox', processors: 1, minutes: 40, run: vitest('conformance') },
  { name: 'backend', about: 'one suite for every Backend', processors: 1, minutes: 10, run: vitest('backend') },
  { name: 'clients', about: "Debian's docker and Compose against the sandbox's engine", processors: 1, needs: ['docker-cli'], minutes: 10, run: vitest('clients') },
  { name: 'fuzz', about: 'random scripts on sandbox hosts, for a minute; the limits', processors: 1, minutes: 10, run: vitest('fuzz') },
  { name: 'labs-sandbox', about: 'every lab, proved on the sandbox', processors: 1, minutes: 25, run: cli('labs', 'test', '--backend', 'sandbox') },
  { name: 'build', about: 'the site', processors: 2, minutes: 5, run: buildSuite },
  // Networks of Docker come and go with lab hosts, and Chromium gives up what it loads when they do. Alone: a real engine that waits over two seconds for a container's output gives that output up.
  { name: 'recordings', about: 'the recordings, made again with the real things', processors: 2, needs: ['docker', 'lab-host'], apart: 'networks', minutes: 40, run: vitest('recordings') },
  { name: 'backend-docker', about: 'the server with real hosts: the suite of every Backend, kills, lost connections, full disks', processors: 1, needs: ['docker', 'lab-host'], apart: 'networks', minutes: 20, run: vitest('backend-docker') },
  { name: 'pages', about: 'the site in Chromium', processors: 2, needs: ['chromium'], after: ['build'], apart: 'networks', minutes: 30, run: vitest('pages') },
  { name: 'pages-docker', about: 'every lab on real hosts in Chromium, and the switch', processors: 2, needs: ['chromium', 'docker', 'lab-host'], after: ['build'], apart: 'networks', minutes: 40, run: vitest('pages-docker') },
];

async function buildSuite() {
  try {
    return { exitCode: 0, output: await buildSite() };
  } catch (error) {
    return { exitCode: 1, output: `${error.message}\n` };
  }
}

/** The suites asked for by name (`types` means all three), or all; throws for a name that is none. */
export function chooseSuites(names) {
  const groups = new Map(suites.map((suite) => [suite.name, [suite]]));
  groups.set('types', suites.filter((suite) => suite.name.startsWith('types-')));
  groups.set('labs', suites.filter((suite) => suite.name.startsWith('labs-')));
  if (names.length === 0) return suites;
  const chosen = new Set();
  const add = (suite) => {
    chosen.add(suite);
    for (const name of suite.after ?? []) groups.get(name)?.forEach(add);
  };
  for (const name of names) {
    const group = groups.get(name);
    if (!group) throw new Error(`There is no suite ${name}. There are: ${[...groups.keys()].join(', ')}`);
    group.forEach(add);
  }
  return suites.filter((suite) => chosen.has(suite));
}
