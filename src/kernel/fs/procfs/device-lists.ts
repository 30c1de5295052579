import type { Uptime } from './system-files.ts';

/** /proc/partitions: the two disks of the machine, in blocks of 1 KiB. */
export function partitions(): string {
  const rows: [number, number, number, string][] = [[8, 0, 41943040, 'sda'], [8, 1, 41942016, 'sda1'], [8, 16, 62914560, 'sdb'], [8, 17, 62913536, 'sdb1']];
  return `major minor  #blocks  name\n\n${rows.map(([major, minor, blocks, name]) => `${String(major).padStart(4)} ${String(minor).padStart(8)} ${String(blocks).padStart(10)} ${name}\n`).join('')}`;
}

/** /proc/diskstats */
export function diskstats({ clock, bootTime }: Uptime): string {
  const seconds = Math.floor((clock.now() - bootTime) / 1000);
  return [[8, 0, 'sda'], [8, 1, 'sda1'], [8, 16, 'sdb'], [8, 17, 'sdb1']].map(([major, minor, name]) => `${String(major).padStart(4)} ${String(minor).padStart(7)} ${name} ${8000 + seconds} 1200 ${600000 + seconds * 8} 2100 ${3000 + seconds} 2500 ${90000 + seconds * 16} 4300 0 3900 6400 0 0 0 0 120 60\n`).join('');
}

/** /proc/devices */
export function devices(): string {
  return 'Character devices:\n  1 mem\n  4 /dev/vc/0\n  4 tty\n  4 ttyS\n  5 /dev/tty\n  5 /dev/console\n  5 /dev/ptmx\n 10 misc\n 13 input\n128 ptm\n136 pts\n\nBlock devices:\n  7 loop\n  8 sd\n259 blkext\n';
}

/** /proc/cgroups */
export function cgroups(): string {
  return `#subsys_name\thierarchy\tnum_cgroups\tenabled\n${['cpuset', 'cpu', 'cpuacct', 'blkio', 'memory', 'devices', 'freezer', 'net_cls', 'perf_event', 'net_prio', 'hugetlb', 'pids', 'rdma', 'misc'].map((name) => `${name}\t0\t64\t1\n`).join('')}`;
}

/** /proc/modules */
export function modules(): string {
  return 'overlay 163840 0 - Live 0x0000000000000000\nbridge 311296 0 - Live 0x0000000000000000\nstp 16384 1 bridge, Live 0x0000000000000000\nllc 16384 2 bridge,stp, Live 0x0000000000000000\nveth 40960 0 - Live 0x0000000000000000\nbr_netfilter 32768 0 - Live 0x0000000000000000\next4 983040 2 - Live 0x0000000000000000\n';
}

/** /proc/vmstat: as much as tools look for. */
export function vmstat(): string {
  return 'nr_free_pages 1279262\nnr_inactive_anon 40960\nnr_active_anon 20480\nnr_mapped 30720\nnr_dirty 32\nnr_writeback 0\npgpgin 300000\npgpgout 90000\npswpin 0\npswpout 0\npgfault 1500000\npgmajfault 800\noom_kill 0\n';
}
