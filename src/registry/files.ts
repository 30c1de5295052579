/** Files as a registry needs them, whoever has them: Node, or a process in the sandbox. Paths are absolute; what is not there is undefined, other failures reject. */
export interface RegistryFiles {
  /** The bytes from `start` up to `end` (exclusive; default: all). */
  read(path: string, start?: number, end?: number): Promise<Uint8Array | undefined>;
  /** Size of a regular file. */
  size(path: string): Promise<number | undefined>;
  /** Names in a directory. */
  list(path: string): Promise<string[] | undefined>;
  /** Creates or replaces a file, and the directories above it. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  append(path: string, bytes: Uint8Array): Promise<void>;
  /** Moves a file; makes the directories above its new place. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or a directory with all that is in it. */
  remove(path: string): Promise<void>;
}
