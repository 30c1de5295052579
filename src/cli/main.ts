import { LabMistakes } from '../lab/authoring/index.ts';
import { commands } from './commands/index.ts';
import { UsageError } from './usage-error.ts';

function help(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  npm run -s ${name.padEnd(9)} ${summary}`);
  return `Drydock's commands for terminals:\n${lines.join('\n')}\nOptions stand after --, as in: npm run -s sandbox -- -c 'docker ps'`;
}

/** What util.parseArgs throws for options there are not. */
function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}

async function main(args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = commands[name];
  if (!command) {
    process.stderr.write(`${help()}\n`);
    return name === 'help' || name === '--help' ? 0 : 2;
  }
  const usage = `Usage: npm run -s ${name} -- ${command.usage}`;
  if (rest[0] === '--help' || rest[0] === '-h') {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (isParseError(error)) {
      process.stderr.write(`${name}: ${error.message}\n${usage}\n`);
      return 2;
    }
    if (error instanceof UsageError) {
      process.stderr.write(`${name}: ${error.message}\n`);
      return 2;
    }
    if (error instanceof LabMistakes) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
