import { endOfProcess, type Fd, SystemError } from '../uapi/index.ts';
import type { OpenFile } from '../vfs/index.ts';

interface Descriptor {
  file: OpenFile;
  cloexec: boolean;
}

const maxDescriptors = 1048576;

/** The descriptors of one process. When it has ended, nothing is taken in any more: what a call brings then is closed at once, and the call ends as the process did. */
export class FdTable {
  #slots: (Descriptor | undefined)[] = [];
  #ended = false;
  /** RLIMIT_NOFILE: one more than the highest number. */
  limit = maxDescriptors;

  get(fd: Fd): OpenFile {
    const slot = this.#slots[fd];
    if (!slot) throw new SystemError('EBADF');
    return slot.file;
  }

  has(fd: Fd): boolean {
    return this.#slots[fd] !== undefined;
  }

  /** Takes the lowest free number, at least `min`. */
  add(file: OpenFile, cloexec = false, min = 0): Fd {
    if (this.#ended) this.#refuse(file);
    let fd = min;
    while (this.#slots[fd]) fd++;
    if (fd >= this.limit) throw new SystemError('EMFILE');
    this.#slots[fd] = { file: file.hold(), cloexec };
    return fd;
  }

  /** Puts a file at a number, closing what was there. */
  set(fd: Fd, file: OpenFile, cloexec = false): void {
    if (this.#ended) this.#refuse(file);
    if (fd < 0 || fd >= this.limit) throw new SystemError('EBADF');
    const before = this.#slots[fd]?.file;
    this.#slots[fd] = { file: file.hold(), cloexec };
    before?.drop();
  }

  close(fd: Fd): void {
    const file = this.get(fd);
    this.#slots[fd] = undefined;
    file.drop();
  }

  setCloexec(fd: Fd, on: boolean): void {
    const slot = this.#slots[fd];
    if (!slot) throw new SystemError('EBADF');
    slot.cloexec = on;
  }

  numbers(): Fd[] {
    const numbers: Fd[] = [];
    this.#slots.forEach((slot, fd) => {
      if (slot) numbers.push(fd);
    });
    return numbers;
  }

  /** A child's table: everything, or the given child's numbers for the parent's. */
  copy(fds: Record<Fd, Fd> | undefined): FdTable {
    const table = new FdTable();
    if (fds) {
      const wanted = Object.entries(fds).map(([to, from]) => [Number(to), this.get(from)] as const);
      for (const [to, file] of wanted) table.set(to, file);
    } else {
      this.#slots.forEach((slot, fd) => {
        if (slot) table.#slots[fd] = { file: slot.file.hold(), cloexec: slot.cloexec };
      });
    }
    return table;
  }

  /** What execve(2) does to descriptors. */
  closeOnExec(): void {
    this.#slots.forEach((slot, fd) => {
      if (slot?.cloexec) this.close(fd);
    });
  }

  /** The process has ended. */
  closeAll(): void {
    this.#ended = true;
    const slots = this.#slots;
    this.#slots = [];
    for (const slot of slots) slot?.file.drop();
  }

  #refuse(file: OpenFile): never {
    file.hold().drop();
    throw endOfProcess;
  }
}
