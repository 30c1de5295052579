import { isSystemError, type Process } from '../../kernel/uapi/index.ts';
import { defineProgram, rawProgram, reason, UsageError } from '../program/index.ts';
import { procText } from './uname.ts';

const configuration: Record<string, string> = { PAGESIZE: '4096', PAGE_SIZE: '4096', NAME_MAX: '255', PATH_MAX: '4096', PATH: '/bin:/usr/bin', LONG_BIT: '64', WORD_BIT: '32', CHAR_BIT: '8', INT_MAX: '2147483647', INT_MIN: '-2147483648', UINT_MAX: '4294967295', CLK_TCK: '100', ARG_MAX: '2097152', OPEN_MAX: '1024', CHILD_MAX: '31516', _NPROCESSORS_CONF: '2', _NPROCESSORS_ONLN: '2', _PHYS_PAGES: '2097152', _AVPHYS_PAGES: '1280000', HOST_NAME_MAX: '64', LOGIN_NAME_MAX: '256', TTY_NAME_MAX: '32', LINE_MAX: '2048', IOV_MAX: '1024', PIPE_BUF: '4096', GNU_LIBC_VERSION: 'glibc 2.41', GNU_LIBPTHREAD_VERSION: 'NPTL 2.41', SYMLOOP_MAX: '', LINK_MAX: '65000', NGROUPS_MAX: '65536', _POSIX_VERSION: '200809', _XOPEN_VERSION: '700' };

export const getconf = rawProgram('getconf', async (tool, words) => {
  const [name] = words;
  if (name === '-a') {
    for (const [key, value] of Object.entries(configuration)) tool.out.write(`${key.padEnd(34)} ${value}\n`);
    return 0;
  }
  if (name === undefined) {
    await tool.errorText('Usage: getconf [-v specification] variable_name [pathname]\n       getconf -a [pathname]\n');
    return 2;
  }
  const value = configuration[name];
  if (value === undefined) {
    await tool.error(`Unrecognized variable \`${name}'`);
    return 2;
  }
  tool.out.write(`${value || 'undefined'}\n`);
  return 0;
});

export const lscpu = defineProgram({
  name: 'lscpu', usage: '[options]', summary: 'Display information about the CPU architecture.', options: { json: '-J --json', extended: '-e --extended[=]', parse: '-p --parse[=]', all: '-a --all', hex: '-x --hex' }, version: 'from util-linux 2.41', run: (tool, args) => {
    const text = procText(tool.process, '/proc/cpuinfo', '');
    const field = (name: string): string => new RegExp(`^${name}\\s*: (.*)$`, 'm').exec(text)?.[1] ?? '';
    const count = (text.match(/^processor/gm) ?? []).length;
    if (args.has('parse') || args.has('extended')) {
      tool.out.write(args.has('parse') ? `# The following is the parsable format, which can be fed to other\n# programs. Each different item in every column has an unique ID\n# starting usually from zero.\n# CPU,Core,Socket,Node,,L1d,L1i,L2,L3\n${Array.from({ length: count }, (_, i) => `${i},${i},0,0,,${i},${i},${i},0\n`).join('')}` : `CPU NODE SOCKET CORE L1d:L1i:L2:L3 ONLINE\n${Array.from({ length: count }, (_, i) => `  ${i}    0      0    ${i} ${i}:${i}:${i}:0          yes\n`).join('')}`);
      return 0;
    }
    const rows: [string, string][] = [
      ['Architecture', 'x86_64'], ['  CPU op-mode(s)', '32-bit, 64-bit'], ['  Address sizes', field('address sizes')], ['  Byte Order', 'Little Endian'], ['CPU(s)', String(count)], ['  On-line CPU(s) list', count > 1 ? `0-${count - 1}` : '0'], ['Vendor ID', field('vendor_id')], ['  Model name', field('model name')], ['    CPU family', field('cpu family')], ['    Model', field('model\\t')],
      ['    Thread(s) per core', '1'], ['    Core(s) per socket', field('cpu cores')], ['    Socket(s)', '1'], ['    Stepping', field('stepping')], ['    BogoMIPS', field('bogomips')], ['    Flags', field('flags')], ['Virtualization features', ''], ['  Hypervisor vendor', 'KVM'], ['  Virtualization type', 'full'], ['NUMA', ''], ['  NUMA node(s)', '1'], ['  NUMA node0 CPU(s)', count > 1 ? `0-${count - 1}` : '0'],
    ];
    if (args.has('json')) tool.out.write(`{\n   "lscpu": [\n${rows.map(([key, value]) => `      {\n         "field": ${JSON.stringify(`${key.trim()}:`)},\n         "data": ${JSON.stringify(value)}\n      }`).join(',')}\n   ]\n}\n`);
    else for (const [key, value] of rows) tool.out.write(`${`${key}:`.padEnd(26)} ${value}`.trimEnd() + '\n');
    return 0;
  },
});

function* settings(process: Process, folder = '/proc/sys'): Generator<string> {
  for (const { name } of process.readdir(folder).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${name}`;
    let entries: unknown;
    try {
      entries = process.readdir(path);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
    if (entries) yield* settings(process, path);
    else yield path;
  }
}

export const sysctl = defineProgram({
  name: 'sysctl', usage: '[options] [variable[=value] ...]', options: { all: '-a -A -X --all  display all variables', names: '-N --names  print variable names without values', values: '-n --values  print only values of the given variable(s)', ignore: '-e --ignore', write: '-w --write  enable writing a value to variable', load: '-p --load[=] -f', system: '--system', quiet: '-q --quiet', pattern: '-r --pattern=', binary: '-b --binary', dryRun: '--dry-run' }, version: 'from procps-ng 4.0.4', run: async (tool, args) => {
    const { process, out } = tool;
    const nameOf = (path: string): string => path.slice('/proc/sys/'.length).replaceAll('/', '.');
    const show = (path: string, text: string): void => {
      for (const line of text.replace(/\n$/, '').split('\n')) out.write(args.has('values') ? `${line}\n` : args.has('names') ? `${nameOf(path)}\n` : `${nameOf(path)} = ${line}\n`);
    };
    if (args.has('all')) {
      for (const path of settings(process)) if (args.value('pattern') === undefined || new RegExp(args.value('pattern') ?? '').test(nameOf(path))) {
        try {
          show(path, process.readTextFile(path));
        } catch (error) {
          await tool.error(`permission denied on key '${nameOf(path)}'`.replace(/$/, reason(error) ? '' : ''));
        }
      }
      return 0;
    }
    let wanted = [...args.operands];
    if (args.has('load') || args.has('system')) {
      const file = args.value('load') ?? wanted[0] ?? '/etc/sysctl.conf';
      try {
        wanted = process.readTextFile(file).split('\n').map((line) => line.replace(/^\s*[#;].*$/, '').trim().replace(/\s*=\s*/, '=')).filter(Boolean);
      } catch (error) {
        await tool.error(`cannot open "${file}": ${reason(error)}`);
        return 1;
      }
    }
    if (wanted.length === 0) throw new UsageError('no variables specified');
    let status = 0;
    for (const word of wanted) {
      const [name = '', value] = word.split(/=([^]*)/);
      const path = `/proc/sys/${name.includes('/') ? name : name.replaceAll('.', '/')}`;
      try {
        if (value !== undefined) {
          process.stat(path);
          process.writeFile(path, `${value}\n`);
          if (!args.has('quiet')) show(path, value);
        } else show(path, process.readTextFile(path));
      } catch (error) {
        if (args.has('ignore') && isSystemError(error, 'ENOENT')) continue;
        status = 1;
        if (tool.busybox) await tool.error(`error ${value === undefined ? 'reading' : 'setting'} key '${nameOf(path)}': ${reason(error)}`);
        else await tool.error(isSystemError(error, 'ENOENT') ? `cannot stat ${path}: No such file or directory` : isSystemError(error, 'EACCES', 'EPERM', 'EROFS') ? `permission denied on key "${nameOf(path)}"${value === undefined ? '' : ', ignoring'}` : `setting key "${nameOf(path)}": ${reason(error)}`);
      }
    }
    return status;
  },
});

export const dmesg = defineProgram({
  name: 'dmesg', usage: '[options]', summary: 'Display or control the kernel ring buffer.', options: { human: '-H --human', ctime: '-T --ctime', noTime: '-t --notime', level: '-l --level=', facility: '-f --facility=', follow: '-w --follow', kernel: '-k --kernel', color: '-L --color[=]', clear: '-C --clear', decode: '-x --decode', reltime: '-e --reltime', noPager: '-P --nopager' }, version: 'from util-linux 2.41', run: (tool, args) => {
    const { process } = tool;
    let said: ReturnType<typeof process.syslog>;
    try {
      said = process.syslog();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new UsageError(`${tool.busybox ? 'klogctl' : 'read kernel buffer failed'}: ${reason(error)}`, false);
    }
    const boot = Number(/^btime (\d+)$/m.exec(procText(process, '/proc/stat', ''))?.[1] ?? 0) * 1000;
    const [release, version] = [procText(process, '/proc/sys/kernel/osrelease', ''), procText(process, '/proc/version', '')];
    const lines: [number, string][] = [
      [0, version], [0, procText(process, '/proc/cmdline', '').replace(/^/, 'Command line: ')], [0, 'Hypervisor detected: KVM'], [0.031, 'Memory: 8141232K/8388152K available'], [0.412, 'smp: Brought up 1 node, 2 CPUs'], [1.208, 'EXT4-fs (sda1): mounted filesystem with ordered data mode. Quota mode: none.'], [1.911, `systemd[1]: systemd 257.8-1~deb13u2 running in system mode`.replace(release, release)], [2.402, 'EXT4-fs (sdb1): mounted filesystem with ordered data mode. Quota mode: none.'], [3.017, 'Bridge firewalling registered'],
      ...said.map(({ time, text }): [number, string] => [Math.max(3.1, (time - boot) / 1000), text]),
    ];
    for (const [time, text] of lines) tool.out.write(args.has('noTime') ? `${text}\n` : `[${time.toFixed(6).padStart(12)}] ${text}\n`);
    return 0;
  },
});
