import { threadsMax } from '../../task/index.ts';
import type { Inode } from '../../vfs/index.ts';
import { fixedEntries, SyntheticDirectory, SyntheticFile, type SyntheticFs } from '../synthetic.ts';

/** Settings of /proc/sys that are kept and shown, and change nothing else here: path and first value. */
const initial: Record<string, string> = {
  'fs/aio-max-nr': '65536', 'fs/file-nr': '1024\t0\t9223372036854775807', 'fs/inotify/max_queued_events': '16384', 'fs/inotify/max_user_instances': '128', 'fs/inotify/max_user_watches': '65536', 'fs/nr_open': '1048576', 'fs/pipe-max-size': '1048576', 'fs/protected_hardlinks': '1', 'fs/protected_symlinks': '1', 'fs/suid_dumpable': '0',
  'kernel/cap_last_cap': '40', 'kernel/core_pattern': 'core', 'kernel/core_uses_pid': '0', 'kernel/dmesg_restrict': '1', 'kernel/kptr_restrict': '0', 'kernel/msgmax': '8192', 'kernel/msgmnb': '16384', 'kernel/msgmni': '16064', 'kernel/ngroups_max': '65536', 'kernel/overflowgid': '65534', 'kernel/overflowuid': '65534', 'kernel/panic': '0', 'kernel/perf_event_paranoid': '3',
  'kernel/printk': '4\t4\t1\t7', 'kernel/randomize_va_space': '2', 'kernel/sem': '32000\t1024000000\t500\t32000', 'kernel/shmall': '18446744073692774399', 'kernel/shmmax': '18446744073692774399', 'kernel/shmmni': '4096', 'kernel/sysrq': '438', 'kernel/tainted': '0', 'kernel/threads-max': String(threadsMax), 'kernel/unprivileged_userns_clone': '1', 'kernel/yama/ptrace_scope': '0',
  'net/core/netdev_max_backlog': '1000', 'net/core/rmem_default': '212992', 'net/core/rmem_max': '212992', 'net/core/somaxconn': '4096', 'net/core/wmem_default': '212992', 'net/core/wmem_max': '212992', 'net/bridge/bridge-nf-call-iptables': '1', 'net/bridge/bridge-nf-call-ip6tables': '1',
  'net/ipv4/conf/all/forwarding': '0', 'net/ipv4/conf/all/rp_filter': '0', 'net/ipv4/icmp_echo_ignore_all': '0', 'net/ipv4/ip_default_ttl': '64', 'net/ipv4/ip_nonlocal_bind': '0', 'net/ipv4/tcp_congestion_control': 'cubic', 'net/ipv4/tcp_fin_timeout': '60', 'net/ipv4/tcp_keepalive_intvl': '75', 'net/ipv4/tcp_keepalive_probes': '9', 'net/ipv4/tcp_keepalive_time': '7200', 'net/ipv4/tcp_max_syn_backlog': '512', 'net/ipv4/tcp_rmem': '4096\t131072\t6291456', 'net/ipv4/tcp_syncookies': '1', 'net/ipv4/tcp_tw_reuse': '2', 'net/ipv4/tcp_wmem': '4096\t16384\t4194304',
  'net/ipv6/conf/all/disable_ipv6': '0', 'net/ipv6/conf/all/forwarding': '0', 'net/ipv6/conf/default/disable_ipv6': '0',
  'vm/dirty_background_ratio': '10', 'vm/dirty_ratio': '20', 'vm/drop_caches': '0', 'vm/max_map_count': '65530', 'vm/min_free_kbytes': '67584', 'vm/nr_hugepages': '0', 'vm/overcommit_memory': '0', 'vm/overcommit_ratio': '50', 'vm/panic_on_oom': '0', 'vm/swappiness': '60', 'vm/vfs_cache_pressure': '100',
};

const kept = new WeakMap<object, Map<string, string>>();

/** A place in the tree: files and folders by name; a function makes a file's inode. */
export interface SettingsTree {
  [name: string]: (() => Inode) | SettingsTree;
}

/** The makers of what is below /proc/sys: `own` files, which do something, and the settings that are only kept. `machine` is whose they are. */
export function settingsEntries(fs: SyntheticFs, machine: object, own: SettingsTree, requireAdmin: () => void): Record<string, () => Inode> {
  const values = kept.get(machine) ?? new Map(Object.entries(initial));
  kept.set(machine, values);
  const tree: SettingsTree = structuredTree(own);
  for (const path of Object.keys(initial)) {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    let at = tree;
    for (const part of parts) {
      const next = at[part];
      at = typeof next === 'object' ? next : (at[part] = {});
    }
    at[name] ??= () => new SyntheticFile(fs, () => `${values.get(path) ?? ''}\n`, {
      write: (text) => {
        requireAdmin();
        values.set(path, text.trim());
      },
    });
  }
  return makers(fs, tree);
}

function structuredTree(tree: SettingsTree): SettingsTree {
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, typeof value === 'function' ? value : structuredTree(value)]));
}

function makers(fs: SyntheticFs, tree: SettingsTree): Record<string, () => Inode> {
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, typeof value === 'function' ? value : () => new SyntheticDirectory(fs, fixedEntries(makers(fs, value)))]));
}
