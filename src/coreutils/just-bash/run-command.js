import { Bash } from 'just-bash/browser';

/** The one place that imports just-bash; typed by run-command.d.ts, so that its types stay out of the worker's project. */
export async function runCommand(name, args, { stdin, files, cwd, env }) {
  const bash = new Bash({ files, cwd, env, commands: [name] });
  const quote = (word) => `'${word.replaceAll("'", "'\\''")}'`;
  return await bash.exec([name, ...args].map(quote).join(' '), { stdin });
}
