/** What a command of just-bash gets. */
export interface CommandInput {
  stdin: string;
  /** Files by absolute path. */
  files: Record<string, string>;
  cwd: string;
  env: Record<string, string>;
}

/** Runs one command of just-bash on input that is complete. */
export function runCommand(name: string, args: readonly string[], input: CommandInput): Promise<{ stdout: string; stderr: string; exitCode: number }>;
