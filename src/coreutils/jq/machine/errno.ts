/** Numbers of errno as WASI has them: those of calls that jq makes. */
const numbers: Readonly<Record<string, number>> = {
  EACCES: 2, EAGAIN: 6, EBADF: 8, EBUSY: 10, EDQUOT: 19, EFBIG: 22, EINTR: 27, EINVAL: 28, EIO: 29, EISDIR: 31, ELOOP: 32, EMFILE: 33, ENAMETOOLONG: 37, ENFILE: 41, ENODEV: 43, ENOENT: 44,
  ENOMEM: 48, ENOSPC: 51, ENOSYS: 52, ENOTDIR: 54, ENOTTY: 59, ENXIO: 60, EOVERFLOW: 61, EPERM: 63, EPIPE: 64, ERANGE: 68, EROFS: 69, ESPIPE: 70, ETIMEDOUT: 73, ETXTBSY: 74,
};

/** The number of an errno by its name; EIO's for one that is not among them. */
export function errnoNumber(code: string): number {
  return numbers[code] ?? 29;
}

/** strerror(3)'s words in this C library, and glibc's. */
const words: readonly (readonly [string, string])[] = [
  ['Symbolic link loop', 'Too many levels of symbolic links'], ['Filename too long', 'File name too long'], ['I/O error', 'Input/output error'], ['Resource busy', 'Device or resource busy'],
  ['No file descriptors available', 'Too many open files'], ['Out of memory', 'Cannot allocate memory'], ['Value too large for data type', 'Value too large for defined data type'],
];

/** A message of jq that ends with strerror's words, as it is with glibc. */
export function withGlibcWords(message: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(message);
  const found = words.find(([ours]) => text.endsWith(`: ${ours}\n`));
  return found ? new TextEncoder().encode(`${text.slice(0, -found[0].length - 1)}${found[1]}\n`) : message;
}
