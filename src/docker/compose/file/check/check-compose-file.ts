import type { Project } from '../../project/index.ts';
import { toCanonical } from '../canonical.ts';
import { checkSections } from '../checks.ts';
import { ComposeFileError } from '../compose-error.ts';
import { inconsistenciesOf } from '../consistency.ts';
import { setDefaults } from '../defaults.ts';
import { decodeSections } from '../model/index.ts';
import { normalize } from '../normalize.ts';
import { resolvePaths } from '../resolve-paths.ts';
import { jsonProblem, type Violation, violationsOf } from '../schema/index.ts';
import { isTree, toTree, type Tree, treeAt } from '../tree.ts';
import { enforceUnicity } from '../unicity.ts';
import { decode, YamlError, type YamlNode, YamlParser } from '../yaml/index.ts';
import { fillIn } from './fill-in.ts';
import { type Place, placeOf, valuePlaceOf } from './node-at.ts';
import { messageOf } from './violation-message.ts';

/** A mistake in a Compose file, with its place. */
export interface ComposeProblem {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Offsets in the text, for an editor. */
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  /** What `docker compose` would say, without the file's name. */
  readonly message: string;
}

/** What is known besides the text. */
export interface CheckOptions {
  /** Variables that the file may use. What is not here may be set elsewhere: it is no mistake. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether the file stands alone. Where others are put on top of it, what it lacks may be there. Default true. */
  readonly alone?: boolean;
}

/** The mistakes in a Compose file as its text says them: YAML, keys and values that are not allowed, references to what is not there. In the order of the text. Never throws; needs no files. */
export function checkComposeFile(text: string, options: CheckOptions = {}): ComposeProblem[] {
  const checker = new Checker(text, options);
  checker.run();
  return checker.problems.sort((a, b) => a.from - b.from);
}

class Checker {
  readonly problems: ComposeProblem[] = [];
  readonly #text: string;
  readonly #options: CheckOptions;
  /** Documents behind the first one. */
  #documents = 0;

  constructor(text: string, options: CheckOptions) {
    this.#text = text;
    this.#options = options;
  }

  run(): void {
    const root = this.#parse();
    if (!root) return;
    const tree = this.#attempt(root, () => toTree(decode(root)));
    if (tree === undefined) return;
    if (!isTree(tree)) return this.#add(placeOf(root, []), 'Top-level object must be a mapping');
    const { tree: filled, unknown } = fillIn(tree, this.#options.environment ?? {}, (path, message) => this.#add(valuePlaceOf(root, path), message));
    if (filled.has('version')) this.#add(placeOf(root, ['version']), 'the attribute `version` is obsolete, it will be ignored, please remove it to avoid potential confusion', 'warning');
    if (this.#attempt(root, () => enforceUnicity(filled) ?? true) === undefined) return;
    const unsupported = jsonProblem(filled);
    if (unsupported !== undefined) this.#add(placeOf(root, []), unsupported);
    const violations = violationsOf(filled);
    this.#addViolations(root, violations);
    if (violations.length === 0) this.#checkModel(root, filled, unknown);
  }

  /** The first document; faults of all of them are told. */
  #parse(): YamlNode | undefined {
    try {
      const parser = new YamlParser(this.#text);
      const first = parser.next();
      while (parser.next()) this.#documents++;
      return first;
    } catch (error) {
      this.#addYaml(error);
      return undefined;
    }
  }

  /** Does the work; what is refused is told and gives undefined. */
  #attempt<T>(root: YamlNode, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (error instanceof ComposeFileError) this.#add(error.path ? placeOf(root, error.path) : placeOf(root, []), withoutKind(error.message));
      else this.#addYaml(error);
      return undefined;
    }
  }

  #addViolations(root: YamlNode, violations: readonly Violation[]): void {
    violations.forEach((violation, index) => {
      // Of alternatives, the one that fits best says more.
      if (violation.kind === 'one of' && index + 1 < violations.length) return;
      const place = violation.kind === 'additional' ? placeOf(root, violation.path, violation.key) : violation.kind === 'type' || violation.kind === 'enum' ? valuePlaceOf(root, violation.path) : placeOf(root, violation.path);
      this.#add(place, messageOf(violation));
    });
  }

  #checkModel(root: YamlNode, tree: Tree, unknown: boolean): void {
    tree.delete('version');
    const refersElsewhere = tree.has('include') || [...(treeAt(tree, 'services')?.values() ?? [])].some((service) => isTree(service) && service.has('extends'));
    const canonical = this.#attempt(root, () => {
      toCanonical(tree, { lenient: unknown, warn: (message) => this.#add(placeOf(root, []), message, 'warning') });
      enforceUnicity(tree);
      setDefaults(tree);
      checkSections(tree);
      resolvePaths(tree, { workingDir: '/', home: '/', warn: () => undefined, realPath: (path) => path });
      tree.set('name', 'project');
      normalize(tree, new Map());
      return decodeSections(tree, () => undefined);
    });
    if (!canonical) return;
    // A text with an unknown variable may be anything.
    for (const { at, message } of canonical.faults.filter((fault) => !unknown || !fault.message.includes('$'))) this.#add(valuePlaceOf(root, at.split(/[.[\]]+/).filter((part) => part !== '')), message);
    if (refersElsewhere || this.#options.alone === false || this.#documents > 0) return;
    const project: Project = { name: 'project', ...canonical.sections, workingDir: '/', composeFiles: [], environment: {}, disabledServices: {}, profiles: ['*'] };
    const told = new Set<string>();
    for (const { message, path = [] } of inconsistenciesOf(project)) {
      if (told.has(path.join('.'))) continue;
      told.add(path.join('.'));
      this.#add(placeOf(root, path), withoutKind(message));
    }
  }

  #addYaml(error: unknown): void {
    if (!(error instanceof YamlError)) throw error;
    const at = (mark: YamlError['mark']): Place => {
      const start = mark ?? { index: 0, line: 0, column: 0 };
      return { start, end: start };
    };
    if (error.faults.length === 0) this.#add(at(error.mark), error.message.replace(/^yaml: (?:line \d+: )?/, ''));
    for (const fault of error.faults) this.#add(at(fault.mark), fault.message.replace(/^line \d+: /, ''));
  }

  #add({ start, end }: Place, message: string, severity: 'error' | 'warning' = 'error'): void {
    const length = this.#text.length;
    // The parser counts from behind a byte order mark.
    const offset = this.#text.startsWith('\uFEFF') ? 1 : 0;
    const from = Math.min(start.index + offset, length);
    const lineEnd = this.#text.indexOf('\n', from);
    const lastOfLine = lineEnd < 0 ? length : lineEnd;
    const to = end.index > start.index && end.line === start.line ? Math.min(end.index + offset, length) : Math.max(lastOfLine, from);
    this.problems.push({ line: start.line + 1, column: start.column + 1, from, to, severity, message });
  }
}

function withoutKind(message: string): string {
  return message.replace(/: invalid compose project$/, '');
}
