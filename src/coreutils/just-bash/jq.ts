import { isRegular, normalizePath, rawProgram, readToEnd, reason, textOf, type Tool } from '../program/index.ts';
import { isSystemError } from '../../kernel/uapi/index.ts';
import { runCommand } from './run-command.js';

const help = 'Usage:\tjq [OPTIONS] FILTER [FILES...]\n\tjq [OPTIONS] -n FILTER\n';

/** Options that take words after them. */
const taking: Record<string, number> = { '--arg': 2, '--argjson': 2, '--slurpfile': 2, '--rawfile': 2, '--indent': 1, '-f': 1, '--from-file': 1, '-L': 1 };

export const jq = rawProgram('jq', async (tool: Tool, words: string[]) => {
  const { process, out } = tool;
  if (words.includes('--version') || words.includes('-V')) {
    out.write('jq-1.7\n');
    return 0;
  }
  if (words.includes('--help') || words.includes('-h') || words.length === 0) {
    if (words.length === 0) await tool.errorText(help);
    else out.write(help);
    return words.length === 0 ? 2 : 0;
  }
  const files: Record<string, string> = {};
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--args' || word === '--jsonargs') break;
    const values = taking[word];
    if (values !== undefined) {
      const path = words[at + values];
      if (/^-f$|file$/.test(word) && path !== undefined) addFile(tool, files, path);
      at += values;
    } else if (!word.startsWith('-') || word === '-') operands.push(word);
  }
  const hasFilterFile = words.includes('-f') || words.includes('--from-file');
  let status = 0;
  const inputs = hasFilterFile ? operands : operands.slice(1);
  const missing = new Set<string>();
  for (const path of inputs) {
    const problem = addFile(tool, files, path);
    if (problem === undefined) continue;
    missing.add(path);
    await tool.errorText(`jq: error: Could not open file ${path}: ${problem}\n`);
    status = 2;
  }
  if (inputs.length > 0 && missing.size === inputs.length) return 2;
  const nullInput = words.some((word) => word === '--null-input' || /^-[a-zA-Z]*n/.test(word));
  const stdin = inputs.length === 0 && !nullInput ? textOf(await readToEnd(process, 0)) : '';
  const args = words.filter((word) => !missing.has(word));
  if (process.isatty(1) && !args.some((word) => /^-[a-zA-Z]*[CM]|^--(color|monochrome)-output$/.test(word))) args.unshift('-C');
  const result = await runCommand('jq', args, { stdin, files, cwd: process.cwd, env: { ...process.env } });
  out.write(result.stdout);
  await out.flush();
  if (result.stderr) await tool.errorText(result.stderr);
  return result.exitCode || status;
});

/** Reads a file for the filter; what went wrong, in words. */
function addFile(tool: Tool, files: Record<string, string>, path: string): string | undefined {
  const { process } = tool;
  try {
    if (!isRegular(process.stat(path).mode)) return undefined;
    files[normalizePath(path, process.cwd)] = textOf(process.readFile(path));
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return reason(error);
  }
}
