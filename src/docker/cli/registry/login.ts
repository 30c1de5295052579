import { decodeUtf8 } from '../../../base/index.ts';
import type { AuthResponse } from '../../api/index.ts';
import type { Cli } from '../cli.ts';
import { maxArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { hubIndex } from '../config/config-file.ts';
import { explainError } from '../explain-error.ts';
import { bool, string } from '../flags/index.ts';

const where = 'If no server is specified, the default is defined by the daemon.';

export const loginCommand = defineCommand({
  name: 'login',
  use: 'login [OPTIONS] [SERVER]',
  short: 'Log in to a registry',
  long: `Log in to a registry.\n${where}`,
  common: 8,
  args: maxArgs(1),
  flags: {
    password: string('Password', { shorthand: 'p' }),
    'password-stdin': bool('Take the password from stdin'),
    username: string('Username', { shorthand: 'u' }),
  },
  async run({ cli, args, flags }) {
    const [given = ''] = args;
    const server = given === '' || given === 'docker.io' ? hubIndex : given;
    if (flags.password !== '') {
      await cli.err.print('WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n');
      if (flags['password-stdin']) throw new CliError('--password and --password-stdin are mutually exclusive');
    }
    if (flags['password-stdin'] && flags.username === '') throw new CliError('Must provide --username with --password-stdin');
    const typed = flags['password-stdin'] ? (await readAllInput(cli)).replace(/\n$/, '').replace(/\r$/, '') : flags.password;
    const stored = flags.username === '' && typed === '' ? cli.config.credentialsFor(server) : undefined;
    const known = stored?.username && stored.password ? { username: stored.username, password: stored.password } : undefined;
    const { username, password, response } = (known && (await tryStored(cli, server, known))) ?? (await loginAs(cli, server, await askCredentials(cli, server, flags.username.trim(), typed)));
    refuseHelper(cli, server);
    await cli.err.print(
      `WARNING! Your password will be stored unencrypted in ${cli.config.path}.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/engine/reference/commandline/login/#credentials-store\n\n`,
    );
    const token = response.IdentityToken;
    cli.config.store(server, { username, password: token ? '' : password, ...(token && { identitytoken: token }) });
    if (response.Status) await cli.out.print(`${response.Status}\n`);
  },
});

interface LoggedIn {
  username: string;
  password: string;
  response: AuthResponse;
}

async function loginAs(cli: Cli, server: string, { username, password }: { username: string; password: string }): Promise<LoggedIn> {
  return { username, password, response: await cli.client.system.login({ username, password, serveraddress: server }) };
}

/** Undefined when what is stored does not serve, which is told. */
async function tryStored(cli: Cli, server: string, known: { username: string; password: string }): Promise<LoggedIn | undefined> {
  await cli.out.print('Authenticating with existing credentials...\n');
  try {
    return await loginAs(cli, server, known);
  } catch (error) {
    await cli.err.print(`Login did not succeed, error: ${explainError(error).message}\n`);
    return undefined;
  }
}

export const logoutCommand = defineCommand({
  name: 'logout',
  use: 'logout [SERVER]',
  short: 'Log out from a registry',
  long: `Log out from a registry.\n${where}`,
  common: 9,
  args: maxArgs(1),
  flags: {},
  async run({ cli, args }) {
    const [given = ''] = args;
    const server = given === '' ? hubIndex : given.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
    await cli.out.print(`Removing login credentials for ${server}\n`);
    for (const name of given === '' ? [hubIndex] : [given, server, `http://${server}`, `https://${server}`]) if (cli.config.helperFor(name) === undefined) cli.config.erase(name);
  },
});

/** What a credential helper should keep is not written in clear. No helper comes with a host here. */
function refuseHelper(cli: Cli, server: string): void {
  const helper = cli.config.helperFor(server);
  if (helper === undefined) return;
  const program = `docker-credential-${helper}`;
  const found = (cli.process.env['PATH'] ?? '').split(':').some((folder) => cli.process.exists(`${folder}/${program}`));
  const why = found ? 'credential helpers are not supported here' : `exec: "${program}": executable file not found in $PATH`;
  throw new CliError(`Error saving credentials: error storing credentials - err: ${why}, out: \`\``);
}

async function readAllInput(cli: Cli): Promise<string> {
  let text = '';
  for (let bytes = await cli.process.read(0); bytes.length > 0; bytes = await cli.process.read(0)) text += decodeUtf8(bytes);
  return text;
}

async function readLine(cli: Cli): Promise<string> {
  let text = '';
  while (!text.includes('\n')) {
    const bytes = await cli.process.read(0, 1);
    if (bytes.length === 0) throw new CliError('error while reading input: EOF');
    text += decodeUtf8(bytes);
  }
  return text.replace(/\r?\n$/, '').trim();
}

async function askCredentials(cli: Cli, server: string, user: string, given: string): Promise<{ username: string; password: string }> {
  if (given === '' && !cli.inputIsTerminal) throw new CliError('Error: Cannot perform an interactive login from a non TTY device');
  let username = user;
  if (username === '') {
    if (server === hubIndex) {
      await cli.out.print(
        "Log in with your Docker ID or email address to push and pull images from Docker Hub. If you don't have a Docker ID, head over to https://hub.docker.com/ to create one.\n" +
          'You can log in with your password or a Personal Access Token (PAT). Using a limited-scope PAT grants better security and is required for organizations using SSO. Learn more at https://docs.docker.com/go/access-tokens/\n\n',
      );
    }
    await cli.out.print('Username: ');
    username = await readLine(cli);
  }
  if (username === '') throw new CliError('Error: Non-null Username Required');
  if (given !== '') return { username, password: given };
  await cli.out.print('Password: ');
  const saved = cli.process.tcgetattr(0);
  cli.process.tcsetattr(0, { echo: false });
  let password: string;
  try {
    password = await readLine(cli);
  } finally {
    cli.process.tcsetattr(0, saved);
  }
  await cli.out.print('\n');
  if (password === '') throw new CliError('Error: Password Required');
  return { username, password };
}
