import { binaryOf, bytesOf } from '../../program/index.ts';
import type { Process } from '../../../kernel/uapi/index.ts';
import { type DigestChallenge, digestAnswer, digestChallengeOf } from './digest.ts';
import type { Trace } from './trace.ts';

/** How a transfer proves who it is, to a server or to a proxy. */
export class Authenticator {
  readonly #process: Process;
  readonly #trace: Trace;
  readonly #proxy: boolean;
  /** Methods that may be used. */
  readonly #wanted: ReadonlySet<string>;
  #picked: string | undefined;
  #digest: DigestChallenge | undefined;
  #count = 0;
  #sent = false;
  user: string | undefined;
  password = '';
  bearer: string | undefined;
  /** What was tried was refused. */
  failed = false;

  constructor(process: Process, trace: Trace, proxy: boolean, wanted: ReadonlySet<string>) {
    this.#process = process;
    this.#trace = trace;
    this.#proxy = proxy;
    this.#wanted = wanted.size === 0 ? new Set(['Basic']) : wanted;
    this.#picked = this.#wanted.size === 1 ? [...this.#wanted][0] : undefined;
  }

  get #able(): boolean {
    return this.user !== undefined || this.bearer !== undefined;
  }

  /** Whether the next request is only to learn how: its body is left out. */
  get asking(): boolean {
    return this.#able && !this.failed && (this.#picked === undefined || (this.#picked === 'Digest' && !this.#digest));
  }

  /** The value of the Authorization header, after saying so; undefined for none. `own`: the command line has the header. */
  async header(method: string, uri: string, own: boolean): Promise<string | undefined> {
    this.#sent = false;
    if (!this.#able || own || this.#picked === undefined) return undefined;
    let value: string | undefined;
    if (this.#picked === 'Bearer' && this.bearer !== undefined) value = `Bearer ${this.bearer}`;
    else if (this.user === undefined) return undefined;
    else if (this.#picked === 'Basic') value = `Basic ${btoa(binaryOf(bytesOf(`${this.user}:${this.password}`)))}`;
    else if (this.#picked === 'Digest' && this.#digest) value = await digestAnswer(this.#process.random, this.#digest, { user: this.user, password: this.password, method, uri, count: ++this.#count });
    else if (this.#picked !== 'Digest') return undefined;
    this.#sent = value !== undefined;
    this.#trace.info(`${this.#proxy ? 'Proxy' : 'Server'} auth using ${this.#picked} with user '${this.user ?? ''}'`);
    return value;
  }

  /** Hears a WWW-Authenticate (Proxy-Authenticate) header of a refusal. */
  challenge(header: string): void {
    for (const [, name = ''] of header.matchAll(/(?:^|,\s*)(Basic|Digest|Bearer)\b/gi)) {
      const method = name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
      this.#offered.add(method);
      if (method === 'Digest') {
        if (this.#digest && this.#sent && !/stale\s*=\s*"?true/i.test(header)) this.#refused('Digest');
        else if (this.#able) {
          this.#digest = digestChallengeOf(header);
          this.#count = 0;
        }
      } else if (this.#sent && this.#picked === method) this.#refused(method);
    }
  }

  readonly #offered = new Set<string>();

  #refused(method: string): void {
    this.#offered.clear();
    this.failed = true;
    this.#trace.info(`${method} authentication problem, ignoring.`);
  }

  /** After the head of a refusal: whether to ask again with what was learnt. */
  again(): boolean {
    const offered = [...this.#offered];
    this.#offered.clear();
    if (this.failed || !this.#able) return false;
    this.#picked = ['Bearer', 'Digest', 'Basic'].find((method) => this.#wanted.has(method) && offered.includes(method));
    if (this.#picked === undefined) this.failed = true;
    return this.#picked !== undefined;
  }

  /** After an answer that is no refusal to a request that only asked: nothing is needed. */
  accepted(): void {
    if (this.#picked === undefined) this.failed = true;
  }
}
