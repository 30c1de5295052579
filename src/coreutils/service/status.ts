import type { Tool } from '../program/index.ts';
import { formatEntry, readJournal } from './journal-file.ts';
import { longTime } from './journalctl.ts';
import { stateOf, type Unit, type UnitState } from './manager.ts';

/** How long ago, in systemd's words. */
function ago(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds}s ago`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}min${seconds % 60 && minutes < 15 ? ` ${seconds % 60}s` : ''} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours}h${minutes % 60 ? ` ${minutes % 60}min` : ''} ago`;
  return `${Math.floor(hours / 24)} day${hours >= 48 ? 's' : ''} ago`;
}

/** `systemctl status` of one unit; gives its exit status. */
export async function showStatus(tool: Tool, unit: Unit, lines: number): Promise<number> {
  const { process, out } = tool;
  const state = await stateOf(process, unit);
  const colour = process.isatty(1);
  const paint = (text: string, code: string): string => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
  const dot = { active: paint('●', '0;1;32'), activating: paint('●', '0;1;32'), failed: paint('×', '0;1;31'), inactive: '○' }[state.active];
  const enabled = unit.enabled ? 'enabled' : unit.wantedBy === undefined ? 'static' : 'disabled';
  out.write(`${dot} ${unit.name} - ${unit.description}\n`);
  out.write(`     Loaded: ${unit.masked ? `masked (Reason: Unit ${unit.name} is masked.)` : `loaded (${unit.path}; ${enabled}; preset: enabled)`}\n`);
  const words = `${state.active} (${state.active === 'failed' ? `Result: ${state.result}` : state.sub})`;
  const since = state.since ? ` since ${longTime(tool, state.since)}; ${ago(process.clock.now() - state.since)}` : '';
  out.write(`     Active: ${paint(words, state.active === 'active' ? '0;1;32' : state.active === 'failed' ? '0;1;31' : '0')}${since}\n`);
  if (unit.name === 'docker.service') out.write(`TriggeredBy: ${colour ? paint('●', '0;1;32') : '●'} docker.socket\n`);
  if (unit.name === 'docker.socket') out.write('   Triggers: ● docker.service\n     Listen: /run/docker.sock (Stream)\n');
  if (unit.documentation) out.write(`       Docs: ${unit.documentation}\n`);
  mainProcess(tool, state);
  if (state.pid !== undefined) controlGroup(tool, unit, state.pid);
  await out.flush();
  try {
    const entries = readJournal(process).filter((entry) => entry.unit === unit.name).slice(-lines);
    if (entries.length > 0 && lines > 0) out.write(`\n${entries.map((entry) => `${formatEntry(process, entry)}\n`).join('')}`);
  } catch {
    out.write('\nWarning: some journal files were not opened due to insufficient permissions.\n');
  }
  return state.active === 'active' || state.active === 'activating' ? 0 : 3;
}

function mainProcess({ process, out }: Tool, state: UnitState): void {
  const entry = process.processes().find((one) => one.pid === state.pid);
  if (entry) out.write(`   Main PID: ${entry.pid} (${entry.comm})\n`);
  else if (state.exit) out.write(`   Main PID: ${state.exit.pid} (code=${state.exit.code}, ${state.exit.code === 'exited' ? `status=${state.exit.status}/${state.exit.status === 0 ? 'SUCCESS' : 'FAILURE'}` : `signal=${state.exit.status === 9 ? 'KILL' : state.exit.status === 15 ? 'TERM' : state.exit.status}`})\n`);
}

function controlGroup({ process, out }: Tool, unit: Unit, pid: number): void {
  const own = process.processes().filter((entry) => entry.pid === pid || entry.cgroup === `/system.slice/${unit.name}`);
  const memory = own.reduce((sum, entry) => {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(process.exists(`/proc/${entry.pid}/status`) ? process.readTextFile(`/proc/${entry.pid}/status`) : '')?.[1];
    return sum + Number(kilobytes ?? 0);
  }, 0);
  const time = own.reduce((sum, entry) => sum + entry.cpuTime, 0);
  out.write(`      Tasks: ${own.length}\n     Memory: ${(memory / 1024).toFixed(1)}M\n        CPU: ${time < 1000 ? `${Math.round(time)}ms` : `${(time / 1000).toFixed(3)}s`}\n     CGroup: /system.slice/${unit.name}\n`);
  own.forEach((entry, index) => out.write(`             ${index === own.length - 1 ? '└─' : '├─'}${entry.pid} ${entry.argv.join(' ')}\n`));
}
