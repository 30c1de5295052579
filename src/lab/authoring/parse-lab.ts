import { type Lab, type LabScript, type Task, type WrongTurn } from '../lab.ts';
import { type Diagnostic, issueMessage, LabMistakes, type LocatedYaml, parseLocatedYaml } from './diagnostic.ts';
import { type LabFileData, labFileSchema } from './schema.ts';

/** The files of a lab's folder: path below it (with `/`) to content. */
export type LabFolder = ReadonlyMap<string, Uint8Array>;

const scriptPattern = /^([a-z][a-z0-9-]*)\/(check|solve|wrong-[a-z0-9-]+)\.sh$/;

/** Commands that change an engine's state, which a check must not do. */
const changingCommand = /\bdocker\s+(?:(?:container|image|volume|network|system|builder)\s+)?(run|create|start|stop|kill|rm|rmi|build|pull|push|tag|exec|commit|prune|load|import|login|update|rename|pause|unpause|restart)\b/;

class LabParser {
  readonly #folder: LabFolder;
  readonly #base: string;
  readonly #id: string;
  readonly diagnostics: Diagnostic[] = [];

  constructor(id: string, folder: LabFolder) {
    this.#id = id;
    this.#folder = folder;
    this.#base = `labs/${id}`;
  }

  #mistake(path: string, line: number, message: string): void {
    this.diagnostics.push({ file: `${this.#base}/${path}`, line, message });
  }

  #script(path: string): LabScript | undefined {
    const bytes = this.#folder.get(path);
    if (!bytes) return undefined;
    return { path: `${this.#base}/${path}`, text: new TextDecoder().decode(bytes) };
  }

  #required(path: string, why: string): LabScript {
    const script = this.#script(path);
    if (!script) this.#mistake(path, 1, `missing: ${why}`);
    return script ?? { path, text: '' };
  }

  #readCheck(taskId: string, messages: Readonly<Record<string, unknown>>): LabScript {
    const path = `${taskId}/check.sh`;
    const check = this.#required(path, 'every task needs a check');
    for (const [index, line] of check.text.split('\n').entries()) {
      if (line.trimStart().startsWith('#')) continue;
      for (const [, key = ''] of line.matchAll(/(?:^|[\s;&|{(])fail\s+([a-z][a-z0-9-]*)/g)) {
        if (!Object.hasOwn(messages, key)) this.#mistake(path, index + 1, `fail ${key}: lab.yaml has no message \`${key}\` for task ${taskId}; it has ${Object.keys(messages).join(', ')}`);
      }
      const command = changingCommand.exec(line);
      if (command) this.#mistake(path, index + 1, `a check must change nothing, found \`${command[0]}\``);
    }
    for (const key of Object.keys(messages)) {
      if (check.text && !new RegExp(`\\b${key}\\b`).test(check.text)) this.#mistake(path, 1, `message \`${key}\` of task ${taskId} is never given by the check`);
    }
    return check;
  }

  #readWrong(task: LabFileData['tasks'][number], line: number): WrongTurn[] {
    const present = [...this.#folder.keys()].filter((path) => path.startsWith(`${task.id}/wrong-`)).map((path) => path.slice(task.id.length + 1, -3));
    for (const name of present) if (!Object.hasOwn(task.wrong, name)) this.#mistake('lab.yaml', line, `task ${task.id}: wrong has no message key for ${task.id}/${name}.sh`);
    return Object.entries(task.wrong).map(([name, message]) => {
      if (!Object.hasOwn(task.messages, message)) this.#mistake('lab.yaml', line, `task ${task.id}: wrong.${name} names the message \`${message}\`, which is not among its messages`);
      return { ...this.#required(`${task.id}/${name}.sh`, `lab.yaml names it under wrong of task ${task.id}`), message };
    });
  }

  #readTask(task: LabFileData['tasks'][number], index: number, data: LabFileData, yaml: LocatedYaml): Task {
    const line = yaml.lineOf(['tasks', index, 'id']);
    if (data.tasks.findIndex((other) => other.id === task.id) !== index) this.#mistake('lab.yaml', line, `task id \`${task.id}\` is used twice`);
    const host = task.host ?? data.hosts[0] ?? 'lab';
    if (!data.hosts.includes(host)) this.#mistake('lab.yaml', yaml.lineOf(['tasks', index, 'host']), `tasks.${index}.host: expected one of ${data.hosts.join(', ')}; found ${host}`);
    return {
      id: task.id,
      rows: task.rows,
      title: task.title,
      text: task.text,
      hints: task.hints,
      passed: task.passed,
      messages: task.messages,
      host,
      live: task.live,
      timeoutMs: task.timeout * 1000,
      answer: task.answer,
      check: this.#readCheck(task.id, task.messages),
      solve: this.#required(`${task.id}/solve.sh`, 'every task needs a solution'),
      wrong: this.#readWrong(task, line),
    };
  }

  parse(): Lab | undefined {
    const source = this.#folder.get('lab.yaml');
    if (!source) {
      this.#mistake('lab.yaml', 1, 'missing: every lab needs one');
      return undefined;
    }
    const yaml = parseLocatedYaml(`${this.#base}/lab.yaml`, new TextDecoder().decode(source));
    this.diagnostics.push(...yaml.diagnostics);
    if (yaml.diagnostics.length > 0) return undefined;
    const parsed = labFileSchema.safeParse(yaml.value);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) this.#mistake('lab.yaml', yaml.lineOf(issue.path), issueMessage(issue, yaml.value));
      return undefined;
    }
    const data = parsed.data;
    const tasks = data.tasks.map((task, index) => this.#readTask(task, index, data, yaml));
    this.#rejectStrays(tasks);
    return {
      id: this.#id,
      title: data.title,
      hosts: data.hosts,
      user: data.user,
      images: data.images,
      backends: data.backends,
      rows: [...new Set(tasks.flatMap((task) => task.rows))].sort(),
      files: this.#readFiles(data),
      setup: this.#script('setup.sh'),
      tasks,
    };
  }

  #readFiles(data: LabFileData): Lab['files'] {
    return [...this.#folder]
      .filter(([path]) => path.startsWith('files/'))
      .map(([path, bytes]) => {
        const name = path.slice('files/'.length);
        let binary = '';
        for (const byte of bytes) binary += String.fromCharCode(byte);
        return { path: name, content: btoa(binary), mode: Number.parseInt(data.modes[name] ?? '0644', 8) };
      });
  }

  #rejectStrays(tasks: readonly Task[]): void {
    const ids = new Set(tasks.map((task) => task.id));
    for (const path of this.#folder.keys()) {
      if (path === 'lab.yaml' || path === 'setup.sh' || path.startsWith('files/')) continue;
      const match = scriptPattern.exec(path);
      if (!match) this.#mistake(path, 1, 'unexpected file; a lab holds lab.yaml, setup.sh, files/ and per task check.sh, solve.sh, wrong-*.sh');
      else if (!ids.has(match[1] ?? '')) this.#mistake(path, 1, `lab.yaml has no task \`${match[1]}\``);
    }
  }
}

/** Checks a lab's folder and makes the `Lab` of it. Throws LabMistakes with everything that is wrong, by file and line. The learner's home is `homeOf(lab.user)`. */
export function parseLab(id: string, folder: LabFolder): Lab {
  const parser = new LabParser(id, folder);
  const lab = parser.parse();
  if (!lab || parser.diagnostics.length > 0) throw new LabMistakes(parser.diagnostics);
  return lab;
}
