import { fileType, fileTypeMask, type Process, type Stat } from '../../kernel/uapi/index.ts';
import { bytesOf, readToEnd, textOf, timeZoneOf } from '../program/index.ts';
import type { FileStatus, JqCalls, JqStart } from './protocol.ts';

const statusOf = ({ mode, size, ino }: Stat): FileStatus => ({ mode, size, ino });

/** jq's system calls, answered by a process. */
export function processCalls(process: Process): JqCalls {
  return {
    open(name) {
      const path = textOf(name);
      const fd = process.open(path, { read: true, cloexec: true });
      const status = statusOf(process.fstat(fd));
      const regular = (status.mode & fileTypeMask) === fileType.regular;
      return { fd, ...status, content: regular ? process.readFile(path) : undefined };
    },
    close: (fd) => process.close(fd),
    read: (fd, max) => (max === undefined ? readToEnd(process, fd) : process.read(fd, max)),
    write: (fd, data) => process.write(fd, data),
    fstat: (fd) => statusOf(process.fstat(fd)),
    stat: (path) => statusOf(process.stat(textOf(path))),
    lstat: (path) => statusOf(process.lstat(textOf(path))),
    readlink: (path) => bytesOf(process.readlink(textOf(path))),
  };
}

/** What jq starts with in a process. */
export function startOf(process: Process): JqStart {
  const open = new Set(process.descriptors());
  return {
    argv: process.argv.map(bytesOf),
    env: Object.entries(process.env).map(([name, value]) => bytesOf(`${name}=${value}`)),
    cwd: bytesOf(process.cwd),
    terminals: [0, 1, 2].map((fd) => open.has(fd) && process.isatty(fd)),
    now: process.clock.now(),
    zone: zoneOf(process),
  };
}

/** TZ in POSIX's form without summer time (`XYZ-3`), or a name that is none (`Foo/Bar` is Greenwich called Foo); else what `Intl` knows. */
function zoneOf(process: Process): JqStart['zone'] {
  const zone = timeZoneOf(process);
  const text = (process.env['TZ'] ?? '').replace(/^:/, '');
  if (zone !== 'UTC' || text === '' || /^(UTC|Etc\/|Universal|Zulu)/.test(text) && !/\d/.test(text)) return zone;
  const [, quoted, plain, sign, hours = 0, minutes = 0] = /^(?:<([^>]+)>|([A-Za-z]+))(?:([-+]?)(\d{1,2})(?::(\d{2}))?$)?/.exec(text) ?? [];
  const west = (Number(hours) * 60 + Number(minutes)) * 60;
  return { name: quoted ?? plain ?? 'UTC', offset: sign === '-' ? west : -west };
}
