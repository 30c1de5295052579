import { isSystemError } from '../../kernel/uapi/index.ts';
import { type Arguments, defineProgram, type Tool } from '../program/index.ts';
import { askManager, findUnit, stateOf, type Unit, unitName, unitNames } from './manager.ts';
import { showStatus } from './status.ts';

const options = {
  type: '-t --type=  list units of a particular type', state: '--state=', property: '-p --property= -P=  show only properties by this name', value: '--value', all: '-a --all  show all properties/all units', quiet: '-q --quiet  suppress output', now: '--now  start or stop unit after enabling or disabling it', force: '-f --force', noPager: '--no-pager', noLegend: '--no-legend', full: '-l --full', lines: '-n --lines=', noBlock: '--no-block', signal: '-s --signal=', user: '--user', system: '--system', failed: '--failed', plain: '--plain', output: '-o --output=', recursive: '-r --recursive',
};
type Args = Arguments<keyof typeof options>;

export const systemctl = defineProgram({ name: 'systemctl', usage: '[OPTIONS...] COMMAND ...', summary: 'Query or send control commands to the system manager.', options, version: 'systemd 257 (257.8-1~deb13u2)', run });

const changing: Record<string, string> = { start: 'start', stop: 'stop', restart: 'restart', reload: 'reload', 'try-restart': 'restart', 'reload-or-restart': 'restart', 'force-reload': 'restart', condrestart: 'restart', 'reset-failed': 'reset-failed' };

async function run(tool: Tool, args: Args): Promise<number> {
  const { process, out } = tool;
  const [command = 'list-units', ...names] = args.operands;
  if (!process.exists('/run/systemd')) {
    await tool.errorText("System has not been booted with systemd as init system (PID 1). Can't operate.\nFailed to connect to system scope bus via local transport: Host is down\n");
    return 1;
  }
  if (args.has('user')) {
    await tool.errorText('Failed to connect to user scope bus via local transport: $DBUS_SESSION_BUS_ADDRESS and $XDG_RUNTIME_DIR not defined (consider using --machine=<user>@.host --user to connect to bus of other user)\n');
    return 1;
  }
  if (command === 'daemon-reload' || command === 'daemon-reexec') {
    if (process.credentials.euid === 0) return 0;
    await tool.errorText(`Failed to reload daemon: Interactive authentication required.\n`);
    return 1;
  }
  if (command === 'list-units' || command === 'list-sockets') return await listUnits(tool, args);
  if (command === 'list-unit-files') return listFiles(tool, args);
  if (command === 'is-system-running') {
    out.write('running\n');
    return 0;
  }
  if (command === 'get-default') {
    out.write('multi-user.target\n');
    return 0;
  }
  if (['reboot', 'poweroff', 'halt', 'suspend', 'isolate', 'edit', 'set-default'].includes(command)) {
    await tool.errorText(`systemctl ${command} is not part of this sandbox.\n`);
    return 1;
  }
  if (names.length === 0 && command === 'status') {
    out.write(`● ${process.hostname()}\n    State: running\n    Units: ${unitNames(process).length} loaded (incl. loaded aliases)\n     Jobs: 0 queued\n   Failed: 0 units\n`);
    return 0;
  }
  const verbs = ['status', 'show', 'cat', 'is-active', 'is-enabled', 'is-failed', 'enable', 'disable', 'reenable', 'mask', 'unmask', 'kill', ...Object.keys(changing)];
  if (!verbs.includes(command)) {
    await tool.errorText(`Unknown command verb '${command}'.\n`.replace("'.", `'${nearest(command, verbs)}.`));
    return 1;
  }
  if (names.length === 0) {
    await tool.errorText('Too few arguments.\n');
    return 1;
  }
  let status = 0;
  for (const [index, name] of names.entries()) {
    if (index > 0 && (command === 'status' || command === 'show' || command === 'cat')) out.write('\n');
    const code = await one(tool, args, command, unitName(name));
    status = command.startsWith('is-') ? (index === 0 ? code : Math.min(status, code)) : Math.max(status, code);
  }
  return status;
}

function nearest(word: string, verbs: readonly string[]): string {
  const found = verbs.find((verb) => verb.startsWith(word.slice(0, 3)));
  return found ? `, did you mean '${found}'?`.replace(/\?$/, '?') : '';
}

async function one(tool: Tool, args: Args, command: string, name: string): Promise<number> {
  const { process, out } = tool;
  const unit = findUnit(process, name);
  const say = (text: string): void => {
    if (!args.has('quiet')) out.write(`${text}\n`);
  };
  if (command === 'is-active' || command === 'is-failed') {
    const active = unit ? (await stateOf(process, unit)).active : 'inactive';
    say(active);
    return command === 'is-failed' ? (active === 'failed' ? 0 : 1) : active === 'active' ? 0 : unit ? 3 : 4;
  }
  if (command === 'is-enabled') {
    if (!unit) {
      await tool.errorText(`Failed to get unit file state for ${name}: No such file or directory\n`.replace(/^Failed.*\n$/, ''));
      say('not-found');
      return 4;
    }
    const text = unit.masked ? 'masked' : unit.enabled ? 'enabled' : unit.wantedBy === undefined ? 'static' : 'disabled';
    say(text);
    return unit.enabled || text === 'static' ? 0 : 1;
  }
  if (!unit) {
    if (command === 'show') {
      out.write(`Id=${name}\nNames=${name}\nLoadState=not-found\nActiveState=inactive\nSubState=dead\n`);
      return 0;
    }
    await tool.errorText(command === 'status' ? `Unit ${name} could not be found.\n` : command === 'cat' ? `No files found for ${name}.\n` : ['enable', 'disable', 'mask', 'unmask', 'reenable'].includes(command) ? `Failed to ${command} unit: Unit ${name} does not exist\n`.replace('unit: Unit', 'unit: Unit file').replace('Unit file ' + name, `Unit ${name}`) : `Failed to ${command} ${name}: Unit ${name} not found.\n`);
    return command === 'status' ? 4 : command === 'cat' ? 1 : command in changing ? 5 : 1;
  }
  switch (command) {
    case 'status': return await showStatus(tool, unit, Number(args.value('lines') ?? 10));
    case 'cat':
      out.write(`# ${unit.path}\n${process.readTextFile(unit.path)}`);
      return 0;
    case 'show': return await show(tool, args, unit);
    case 'enable': case 'disable': case 'reenable': case 'mask': case 'unmask': return await link(tool, args, command, unit);
    case 'kill': {
      const { pid } = await stateOf(process, unit);
      if (pid !== undefined) process.kill(pid, args.value('signal') === undefined ? 'SIGTERM' : `SIG${(args.value('signal') ?? '').replace(/^SIG/, '')}` as 'SIGTERM');
      return 0;
    }
    default: return await change(tool, command, unit);
  }
}

async function denied(tool: Tool, what: string): Promise<number> {
  await tool.errorText(`Failed to ${what}: Interactive authentication required.\n`);
  return 1;
}

async function change(tool: Tool, command: string, unit: Unit): Promise<number> {
  const { process } = tool;
  if (unit.masked && command !== 'stop') {
    await tool.errorText(`Failed to ${command} ${unit.name}: Unit ${unit.name} is masked.\n`);
    return 1;
  }
  if (process.credentials.euid !== 0) {
    await tool.errorText(`Failed to ${command} ${unit.name}: Interactive authentication required.\nSee system logs and 'systemctl status ${unit.name}' for details.\n`);
    return 1;
  }
  const verb = changing[command] ?? command;
  if (command === 'try-restart' && (await stateOf(process, unit)).active !== 'active') return 0;
  if (verb === 'reload' && (await stateOf(process, unit)).active !== 'active') {
    await tool.errorText(`${unit.name} is not active, cannot reload.\n`);
    return 1;
  }
  const answer = await askManager(process, { verb, unit: unit.name });
  if (verb === 'stop' && unit.name === 'docker.service') {
    const socket = findUnit(process, 'docker.socket');
    if (socket && (await stateOf(process, socket)).active === 'active') await tool.errorText("Stopping 'docker.service', but its triggering units are still active:\ndocker.socket\n");
  }
  if (answer?.ok !== false) return 0;
  await tool.errorText(`Job for ${unit.name} failed because the control process exited with error code.\nSee "systemctl status ${unit.name}" and "journalctl -xeu ${unit.name}" for details.\n`);
  return 1;
}

async function link(tool: Tool, args: Args, command: string, unit: Unit): Promise<number> {
  const { process } = tool;
  if (process.credentials.euid !== 0) return await denied(tool, `${command} unit`);
  const path = command === 'mask' || command === 'unmask' ? `/etc/systemd/system/${unit.name}` : `/etc/systemd/system/${unit.wantedBy ?? ''}.wants/${unit.name}`;
  const target = command === 'mask' ? '/dev/null' : unit.path;
  const exists = process.exists(path) || (unit.masked && command === 'unmask');
  if (command === 'enable' && unit.wantedBy === undefined) return 0;
  try {
    if (command === 'enable' || command === 'mask') {
      if (!exists || command === 'mask') {
        const folder = path.slice(0, path.lastIndexOf('/'));
        if (!process.exists(folder)) process.mkdir(folder);
        process.symlink(target, path);
        await tool.errorText(`Created symlink '${path}' → '${target}'.\n`);
      }
    } else if (exists) {
      process.unlink(path);
      await tool.errorText(`Removed '${path}'.\n`);
    }
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  }
  if (command === 'disable' && unit.name === 'docker.service' && findUnit(process, 'docker.socket')?.enabled) await tool.errorText("Disabling 'docker.service', but its triggering units are still active:\ndocker.socket\n");
  if (args.has('now') && command === 'enable') return await change(tool, 'start', unit);
  if (args.has('now') && command !== 'unmask') return await change(tool, 'stop', unit);
  return 0;
}

async function show(tool: Tool, args: Args, unit: Unit): Promise<number> {
  const state = await stateOf(tool.process, unit);
  const all: Record<string, string> = {
    Type: 'notify', Restart: 'always', MainPID: String(state.pid ?? 0), Result: state.result, ExecMainPID: String(state.pid ?? state.exit?.pid ?? 0), ExecMainStatus: String(state.exit?.status ?? 0), Id: unit.name, Names: unit.name, Description: unit.description, LoadState: unit.masked ? 'masked' : 'loaded', ActiveState: state.active, SubState: state.sub, FragmentPath: unit.path, UnitFileState: unit.masked ? 'masked' : unit.enabled ? 'enabled' : 'disabled', UnitFilePreset: 'enabled',
  };
  const wanted = args.values('property').flatMap((word) => word.split(','));
  for (const [key, value] of Object.entries(all)) if (wanted.length === 0 || wanted.includes(key)) tool.out.write(args.has('value') || tool.process.argv.includes('-P') ? `${value}\n` : `${key}=${value}\n`);
  return 0;
}

async function listUnits(tool: Tool, args: Args): Promise<number> {
  const { process, out } = tool;
  const rows: [string, string, string, string, string][] = [];
  for (const name of unitNames(process)) {
    const unit = findUnit(process, name);
    const kind = name.slice(name.lastIndexOf('.') + 1);
    if (!unit || (args.value('type') !== undefined && !args.value('type')?.split(',').includes(kind))) continue;
    const state = await stateOf(process, unit);
    if (args.has('failed') ? state.active !== 'failed' : args.value('state') !== undefined ? ![state.active, state.sub].includes(args.value('state') ?? '') : state.active === 'inactive' && !args.has('all')) continue;
    rows.push([name, unit.masked ? 'masked' : 'loaded', state.active, state.sub, unit.description]);
  }
  const width = (index: number, least: number): number => Math.max(least, ...rows.map((row) => row[index]?.length ?? 0));
  const widths = [width(0, 4), width(1, 4), width(2, 6), width(3, 3)];
  const line = (cells: readonly string[]): string => `${cells.map((cell, index) => (index < 4 ? cell.padEnd(widths[index] ?? 0) : cell)).join(' ')}\n`;
  if (!args.has('noLegend')) out.write(`  ${line(['UNIT', 'LOAD', 'ACTIVE', 'SUB', 'DESCRIPTION'])}`);
  for (const row of rows) out.write(`${row[2] === 'failed' && !args.has('plain') ? '●' : ' '} ${line(row)}`);
  if (!args.has('noLegend')) out.write(`\nLegend: LOAD   → Reflects whether the unit definition was properly loaded.\n        ACTIVE → The high-level unit activation state, i.e. generalization of SUB.\n        SUB    → The low-level unit activation state, values depend on unit type.\n\n${rows.length} loaded units listed.${args.has('all') ? '' : ' Pass --all to see loaded but inactive units, too.'}\nTo show all installed unit files use 'systemctl list-unit-files'.\n`);
  return 0;
}

function listFiles(tool: Tool, args: Args): number {
  const { process, out } = tool;
  const units = unitNames(process).flatMap((name) => {
    const unit = findUnit(process, name);
    return unit && (args.value('type') === undefined || name.endsWith(`.${args.value('type') ?? ''}`)) ? [unit] : [];
  });
  const width = Math.max(9, ...units.map((unit) => unit.name.length));
  if (!args.has('noLegend')) out.write(`${'UNIT FILE'.padEnd(width)} STATE    PRESET\n`);
  for (const unit of units) out.write(`${unit.name.padEnd(width)} ${(unit.masked ? 'masked' : unit.enabled ? 'enabled' : 'disabled').padEnd(8)} enabled\n`);
  if (!args.has('noLegend')) out.write(`\n${units.length} unit files listed.\n`);
  return 0;
}
