/** A file of an image or a package, as plain data. Times are the image's; the owner is root. */
export type FileRecipe = { path: string; mode?: number; uid?: number; gid?: number } & (
  | { kind: 'directory' }
  /** `size`: apparent size, when it is larger than the text; zeros follow. */
  | { kind: 'text'; text: string; size?: number }
  | { kind: 'binary'; bytes: Uint8Array }
  /** An executable that runs the built-in program of this name, as large as the real one. */
  | { kind: 'program'; program: string; size: number }
  /** Bytes that nobody looks at, of this many zeros; `elf` makes file(1) see a shared library. */
  | { kind: 'opaque'; size: number; elf?: boolean }
  | { kind: 'symlink'; target: string }
  /** Another name of the file at the path `target`. */
  | { kind: 'hardlink'; target: string }
);

/** A directory; mode 755 unless given. Parents need not be named. */
export function directory(path: string, mode = 0o755, gid = 0): FileRecipe {
  return { kind: 'directory', path, mode, gid };
}

/** A text file; mode 644 unless given. */
export function text(path: string, content: string, mode = 0o644, gid = 0): FileRecipe {
  return { kind: 'text', path, text: content, mode, gid };
}

/** A built-in program; its name is the path's last part unless given. */
export function program(path: string, size: number, name = path.slice(path.lastIndexOf('/') + 1), mode = 0o755): FileRecipe {
  return { kind: 'program', path, program: name, size, mode };
}

/** A shared library or another binary that is not run. */
export function library(path: string, size: number, mode = 0o644): FileRecipe {
  return { kind: 'opaque', path, size, elf: true, mode };
}

/** Data of a size. */
export function data(path: string, size: number): FileRecipe {
  return { kind: 'opaque', path, size, mode: 0o644 };
}

export function symlink(path: string, target: string): FileRecipe {
  return { kind: 'symlink', path, target };
}

export function hardlink(path: string, target: string): FileRecipe {
  return { kind: 'hardlink', path, target, mode: 0o755 };
}
