import { decodeUtf8 } from '../../base/index.ts';
import { fileType, type ProgramLoader, SystemError } from '../uapi/index.ts';
import { type FsContext, type Location, may, requirePermission, resolve } from '../vfs/index.ts';
import { parseProgramStub } from './program-stub.ts';

/** The built-in programs by the name that stubs carry; `''` runs for a stub whose program there is none of, else exec fails with ENOEXEC. */
export type ProgramTable = ReadonlyMap<string, ProgramLoader>;

/** What execve(2) is going to run. */
export interface Executable {
  load: ProgramLoader;
  argv: readonly string[];
  comm: string;
  /** The file that runs: the interpreter of a script. */
  exe: Location;
  /** The file's set-user-ID and set-group-ID, when it has them. Never a script's. */
  setUid: number | undefined;
  setGid: number | undefined;
}

const maxInterpreters = 4;
/** BINPRM_BUF_SIZE: how much of the first line counts. */
const headLength = 256;

/** Finds what `path` runs; throws what execve(2) fails with. */
export function findExecutable(context: FsContext, path: string, argv: readonly string[], programs: ProgramTable): Executable {
  const comm = decodeUtf8(new TextEncoder().encode(path.slice(path.lastIndexOf('/') + 1)).subarray(0, 15));
  let file = path;
  let args = argv;
  for (let depth = 0; ; depth++) {
    const exe = resolve(context, file);
    const { inode } = exe.dentry;
    if (inode.type !== fileType.regular) throw new SystemError('EACCES');
    requirePermission(context.credentials, inode, may.execute);
    if (/(^|,)noexec(,|$)/.test(exe.mount.options)) throw new SystemError('EACCES');
    const head = inode.read(0, 512);
    const script = parseInterpreter(head);
    if (script) {
      if (depth >= maxInterpreters) throw new SystemError('ELOOP');
      args = [script.interpreter, ...script.argument, file, ...args.slice(1)];
      file = script.interpreter;
      continue;
    }
    const stub = parseProgramStub(head);
    const load = stub && stub.architecture === 'amd64' ? (programs.get(stub.name) ?? programs.get('')) : undefined;
    if (!load) throw new SystemError('ENOEXEC');
    const { mode, uid, gid } = inode;
    return { load, argv: args, comm, exe, setUid: (mode & 0o4000) !== 0 ? uid : undefined, setGid: (mode & 0o2010) === 0o2010 ? gid : undefined };
  }
}

/** The `#!` line: execve(2), "Interpreter scripts". */
function parseInterpreter(head: Uint8Array): { interpreter: string; argument: string[] } | undefined {
  if (head[0] !== 0x23 || head[1] !== 0x21) return undefined;
  const start = head.subarray(2, headLength);
  const newline = start.indexOf(0x0a);
  const line = decodeUtf8(newline < 0 ? start : start.subarray(0, newline)).replace(/\0.*$/s, '');
  const [, interpreter = '', argument = ''] = /^[ \t]*([^ \t]*)[ \t]*(.*?)[ \t]*$/s.exec(line) ?? [];
  if (interpreter === '') throw new SystemError('ENOEXEC');
  // A name that the buffer cut off is no name.
  if (newline < 0 && head.length > headLength && argument === '' && !/[ \t]/.test(line.trimStart())) throw new SystemError('ENOEXEC');
  return { interpreter, argument: argument === '' ? [] : [argument] };
}
