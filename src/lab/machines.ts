import type { ExecOptions, ExecResult } from '../protocol/index.ts';

/** What running a lab needs of its hosts, on any backend: `Backend` has it, and so has a real lab host in Node. */
export interface LabMachines {
  exec(script: string, options?: ExecOptions): Promise<ExecResult>;
  readonly files: {
    write(path: string, data: Uint8Array, options?: { mode?: number; user?: string; host?: string }): Promise<void>;
  };
}
