import { isSystemError, type Stat } from '../../kernel/uapi/index.ts';
import { baseName, isDirectory, isSymlink, joinPath, quote, reason, type Tool } from '../program/index.ts';
import type { Expression, WalkControl } from './find-expression.ts';
import type { Found } from './found.ts';

const filesBetweenCheckpoints = 64;

/** Walks trees for find. */
export class Finder {
  readonly #tool: Tool;
  readonly #expression: Expression;
  readonly #follow: 'never' | 'always' | 'arguments';
  #visits = 0;
  readonly #control: WalkControl = { prune: false, quit: false, status: 0 };

  constructor(tool: Tool, expression: Expression, follow: 'never' | 'always' | 'arguments') {
    this.#tool = tool;
    this.#expression = expression;
    this.#follow = follow;
  }

  async run(paths: string[]): Promise<number> {
    for (const path of paths) await this.#visit(path, path, 0, undefined, []);
    if (!(await this.#expression.finish())) this.#control.status = 1;
    return this.#control.status;
  }

  async #fail(path: string, error: unknown): Promise<void> {
    this.#control.status = 1;
    await this.#tool.out.flush();
    await this.#tool.error(this.#tool.busybox ? `${path}: ${reason(error)}` : `${quote(path)}: ${reason(error)}`);
  }

  async #visit(path: string, base: string, depth: number, device: number | undefined, above: number[]): Promise<void> {
    const { process, out } = this.#tool;
    const expression = this.#expression;
    if (this.#control.quit) return;
    let stat: Stat;
    try {
      stat = process.lstat(path);
      if (isSymlink(stat.mode) && (this.#follow === 'always' || (this.#follow === 'arguments' && depth === 0))) {
        try {
          stat = process.stat(path);
        } catch (error) {
          if (!isSystemError(error)) throw error;
        }
      }
    } catch (error) {
      return await this.#fail(path, error);
    }
    if (this.#visits++ % filesBetweenCheckpoints === 0) await process.checkpoint();
    const file: Found = { path, base, name: depth === 0 ? baseName(path) : path.slice(path.lastIndexOf('/') + 1), depth, stat };
    this.#control.prune = false;
    const judge = async (): Promise<void> => {
      if (depth >= expression.minDepth && !this.#control.quit) await expression.test(file, this.#control);
      if (out.write('')) await out.flush();
    };
    if (!expression.depthFirst) await judge();
    const pruned = this.#control.prune && !expression.depthFirst;
    const loop = above.includes(stat.ino) && this.#follow === 'always';
    const elsewhere = expression.oneFileSystem && device !== undefined && device !== stat.dev;
    if (isDirectory(stat.mode) && !pruned && !loop && !elsewhere && depth < expression.maxDepth && !this.#control.quit) {
      try {
        for (const entry of process.readdir(path)) await this.#visit(joinPath(path, entry.name), base, depth + 1, device ?? stat.dev, [...above, stat.ino]);
      } catch (error) {
        await this.#fail(path, error);
      }
    }
    if (expression.depthFirst) await judge();
  }
}
