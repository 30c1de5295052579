import { isSystemError } from '../../kernel/uapi/index.ts';
import { execCommand, findGroup, findProgram, findUser, type PasswordEntry, rawProgram, reason, type Tool } from '../program/index.ts';
import { become } from './become.ts';
import { askSecret, passwordOpens } from './password.ts';
import { parseSudo, sudoUsage, type SudoWishes } from './sudo-arguments.ts';
import { callerOf, matchRule, readSudoers, type Sudoers } from './sudoers.ts';

const securePath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** When a user last gave the password: it is not asked for again for a quarter of an hour. */
const stamps = '/run/sudo/ts';

export const sudo = rawProgram('sudo', async (tool, words) => {
  const { process } = tool;
  const parsed = parseSudo(words);
  if (parsed.problem !== undefined) {
    await tool.errorText(`${parsed.problem}${sudoUsage}`);
    return 1;
  }
  const { wishes } = parsed;
  if (wishes.help) tool.out.write(`sudo - execute a command as another user\n\n${sudoUsage}`);
  if (wishes.version) tool.out.write('Sudo version 1.9.16p2\nSudoers policy plugin version 1.9.16p2\nSudoers file grammar version 50\nSudoers I/O plugin version 1.9.16p2\nSudoers audit plugin version 1.9.16p2\n');
  if (wishes.help || wishes.version) return 0;
  if (process.credentials.euid !== 0) {
    await tool.errorText(`sudo: ${process.argv[0]?.includes('/') ? process.argv[0] : '/usr/bin/sudo'} must be owned by uid 0 and have the setuid bit set\n`);
    return 1;
  }
  const caller = callerOf(process);
  if (!caller) {
    await tool.errorText(`sudo: you do not exist in the passwd database\n`);
    return 1;
  }
  const sudoers = readSudoers(process);
  if (wishes.forget) {
    if (process.exists(`${stamps}/${caller.name}`)) process.unlink(`${stamps}/${caller.name}`);
    if (wishes.words.length === 0 && !wishes.validate && !wishes.list) return 0;
  }
  if (wishes.list) return await list(tool, sudoers, caller, wishes);
  if (wishes.validate) return await authenticate(tool, caller, wishes, sudoers.rulesFor(caller).some((rule) => rule.noPassword)) ? 0 : 1;
  if (wishes.words.length === 0 && !wishes.shell && !wishes.login) {
    await tool.errorText(sudoUsage);
    return 1;
  }
  return await runAs(tool, sudoers, caller, wishes);
});

async function runAs(tool: Tool, sudoers: Sudoers, caller: PasswordEntry, wishes: SudoWishes): Promise<number> {
  const { process } = tool;
  const name = wishes.user ?? (wishes.group === undefined ? 'root' : caller.name);
  const user = findUser(process, name) ?? (/^#\d+$/.test(name) ? findUser(process, Number(name.slice(1))) : undefined);
  if (!user) {
    await tool.errorText(`sudo: unknown user ${name}\nsudo: error initializing audit plugin sudoers_audit\n`);
    return 1;
  }
  const group = wishes.group === undefined ? undefined : findGroup(process, wishes.group) ?? findGroup(process, Number(wishes.group.replace('#', '')));
  if (wishes.group !== undefined && !group) {
    await tool.errorText(`sudo: unknown group ${wishes.group}\nsudo: error initializing audit plugin sudoers_audit\n`);
    return 1;
  }
  const program = wishes.login ? user.shell || '/bin/sh' : process.env['SHELL'] ?? (user.shell || '/bin/sh');
  const asShell = wishes.login || wishes.shell;
  const quoted = wishes.words.map((word) => word.replace(/[^\w./:=@%+-]/g, (char) => (char === '\n' ? char : `\\${char}`))).join(' ');
  const argv = asShell ? [program, ...(wishes.words.length ? ['-c', quoted] : [])] : wishes.words;
  let path = argv[0] ?? '';
  let missing: unknown;
  try {
    path = findProgram(process, path, securePath);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    missing = error;
  }
  const rules = sudoers.rulesFor(caller);
  const rule = caller.uid === 0 ? rules[0] ?? { runAs: 'ALL', noPassword: true, setEnv: true, commands: ['ALL'] } : matchRule(process, rules, path, argv, user, group?.gid);
  if (caller.uid !== 0 && !(rule?.noPassword && true) && !(await authenticate(tool, caller, wishes, false))) return 1;
  if (!rule) {
    await tool.errorText(rules.length === 0 ? `${caller.name} is not in the sudoers file.\n` : `Sorry, user ${caller.name} is not allowed to execute '${[path, ...argv.slice(1)].join(' ')}' as ${user.name}${group ? `:${group.name}` : ''} on ${process.hostname()}.\n`);
    return 1;
  }
  if (missing !== undefined) {
    await tool.errorText(isSystemError(missing, 'ENOENT') ? `sudo: ${argv[0]}: command not found\n` : `sudo: unable to execute ${argv[0]}: ${reason(missing)}\n`);
    return 1;
  }
  if (wishes.directory !== undefined) {
    await tool.errorText(`sudo: you are not permitted to use the -D option with ${path}\n`);
    return 1;
  }
  const env = environment(tool, caller, user, wishes, program, [path, ...argv.slice(1)].join(' '));
  become(process, user, group?.gid ?? user.gid);
  if (wishes.login) process.chdir(process.exists(user.home) ? user.home : '/');
  const base = program.slice(program.lastIndexOf('/') + 1);
  const start = async (): Promise<number> => {
    try {
      return asShell ? await process.exec(program, [wishes.login ? `-${base}` : program, ...argv.slice(1)], env) : await execCommand(process, [path, ...argv.slice(1)].map((word, index) => (index === 0 ? argv[0] ?? word : word)), { ...env, PATH: env['PATH'] ?? securePath });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      await tool.errorText(isSystemError(error, 'ENOENT') ? `sudo: ${argv[0]}: command not found\n` : `sudo: unable to execute ${path}: ${reason(error)}\n`);
      return 1;
    }
  };
  if (!wishes.background) return await start();
  process.fork(() => start());
  return 0;
}

const kept = ['COLORS', 'DISPLAY', 'HOSTNAME', 'LANG', 'LC_ALL', 'LS_COLORS', 'TERM', 'COLORTERM', 'TZ'];

function environment(tool: Tool, caller: PasswordEntry, user: PasswordEntry, wishes: SudoWishes, program: string, command: string): Record<string, string> {
  const { env: old, credentials } = tool.process;
  const env: Record<string, string> = {};
  const preserved = wishes.preserve === true ? Object.keys(old) : [...kept, ...(wishes.preserve || [])];
  for (const name of preserved) if (old[name] !== undefined && !/^(BASH_ENV|ENV|IFS|LD_.*|PATH)$/.test(name)) env[name] = old[name];
  const shell = wishes.login || !wishes.shell ? user.shell || '/bin/sh' : program;
  Object.assign(env, {
    ...(wishes.preserve === true && !wishes.setHome ? {} : { HOME: user.home }), SHELL: shell, USER: user.name, LOGNAME: user.name, MAIL: `/var/mail/${user.name}`, PATH: wishes.login ? (user.uid === 0 ? securePath : '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games') : securePath,
    SUDO_COMMAND: command, SUDO_UID: String(credentials.uid), SUDO_GID: String(credentials.gid), SUDO_USER: caller.name, SUDO_HOME: caller.home, TERM: old['TERM'] ?? 'unknown', ...wishes.variables,
  });
  return env;
}

/** Asks for the caller's own password, where it was not given a moment ago. */
async function authenticate(tool: Tool, caller: PasswordEntry, wishes: SudoWishes, free: boolean): Promise<boolean> {
  const { process } = tool;
  if (caller.uid === 0 || free) return true;
  const stamp = `${stamps}/${caller.name}`;
  if (!wishes.forget && process.exists(stamp) && process.clock.now() - process.stat(stamp).mtime < 15 * 60000) return true;
  if (wishes.nonInteractive) {
    await tool.errorText('sudo: a password is required\n');
    return false;
  }
  if (!process.isatty(0) && !wishes.stdin) {
    await tool.errorText('sudo: a terminal is required to read the password; either use the -S option to read from standard input or configure an askpass helper\nsudo: a password is required\n');
    return false;
  }
  const prompt = (wishes.prompt ?? '[sudo] password for %p: ').replaceAll('%p', caller.name).replaceAll('%u', caller.name).replaceAll('%U', wishes.user ?? 'root').replaceAll('%h', process.hostname());
  for (let attempt = 1; attempt <= 3; attempt++) {
    const password = await askSecret(tool, prompt);
    if (password === undefined) {
      await tool.errorText(`\nsudo: no password was provided\n${attempt > 1 ? `sudo: ${attempt - 1} incorrect password attempt${attempt > 2 ? 's' : ''}\n` : 'sudo: a password is required\n'}`);
      return false;
    }
    if (passwordOpens(process, caller.name, password)) {
      for (const folder of ['/run/sudo', stamps]) if (!process.exists(folder)) process.mkdir(folder, 0o700);
      process.writeFile(stamp, '', { mode: 0o600 });
      return true;
    }
    if (attempt < 3) await tool.errorText('Sorry, try again.\n');
  }
  await tool.errorText('sudo: 3 incorrect password attempts\n');
  return false;
}

async function list(tool: Tool, sudoers: Sudoers, caller: PasswordEntry, wishes: SudoWishes): Promise<number> {
  const { process, out } = tool;
  const who = wishes.other === undefined ? caller : findUser(process, wishes.other);
  if (!who) {
    await tool.errorText(`sudo: unknown user ${wishes.other}\n`);
    return 1;
  }
  const rules = sudoers.rulesFor(who);
  if (caller.uid !== 0 && !rules.some((rule) => rule.noPassword) && !(await authenticate(tool, caller, wishes, false))) return 1;
  const host = process.hostname();
  if (rules.length === 0) {
    if (who === caller) await tool.errorText(`Sorry, user ${who.name} may not run sudo on ${host}.\n`);
    else out.write(`User ${who.name} is not allowed to run sudo on ${host}.\n`);
    return who === caller ? 1 : 0;
  }
  if (wishes.words.length > 0) {
    const target = findUser(process, wishes.user ?? 'root') ?? caller;
    const path = findProgram(process, wishes.words[0] ?? '', securePath);
    if (!matchRule(process, rules, path, wishes.words, target, undefined)) return 1;
    out.write(`${[path, ...wishes.words.slice(1)].join(' ')}\n`);
    return 0;
  }
  const defaults = sudoers.defaults.map((one) => one.replace(/="(.*)"$/, (_, value: string) => `=${value.replaceAll(':', '\\:')}`));
  if (defaults.length > 0) out.write(`Matching Defaults entries for ${who.name} on ${host}:\n    ${defaults.join(', ')}\n\n`);
  out.write(`User ${who.name} may run the following commands on ${host}:\n${rules.map((rule) => `    (${rule.runAs}) ${rule.setEnv ? 'SETENV: ' : ''}${rule.noPassword ? 'NOPASSWD: ' : ''}${rule.commands.join(', ')}\n`).join('')}`);
  return 0;
}
