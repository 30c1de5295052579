import { LabMistakes } from '../lab/authoring/index.ts';
import { commands } from './commands/index.ts';
import { UsageError } from './usage-error.ts';

function help(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  npm run -s ${name.padEnd(9)} ${summary}`);
  return `Drydock's commands for terminals:\n${lines.join('\n')}\nOptions stand after --, as in: npm run -s sandbox -- -c 'docker ps'`;
}

async function main(args: string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  const command = commands[name];
  if (!command) {
    process.stderr.write(`${help()}\n`);
    return name === 'help' || name === '--help' ? 0 : 2;
  }
  try {
    return await command.run(rest);
  } catch (error) {
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
