import type { Server } from './session.ts';

/** What INFO tells, a section by its name: of the server as it is; what is counted nowhere here is left out. */
export function information(server: Server, asked: readonly string[]): string {
  const seconds = Math.floor((server.now() - server.started) / 1000);
  const flag = (name: string): number => (server.configuration.get(name) === 'yes' ? 1 : 0);
  const memory = 1_048_576 + server.databases.reduce((sum, database) => sum + database.keys().length * 96, 0);
  const sections: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
    Server: {
      redis_version: server.version, redis_mode: 'standalone', os: 'Linux 6.1.0 x86_64', arch_bits: 64, process_id: server.process.pid, tcp_port: server.port, server_time_usec: server.now() * 1000,
      uptime_in_seconds: seconds, uptime_in_days: Math.floor(seconds / 86400), hz: 10, configured_hz: 10, executable: '/usr/local/bin/redis-server', config_file: '',
    },
    Clients: { connected_clients: server.clients.size, maxclients: server.configuration.get('maxclients'), blocked_clients: 0 },
    Memory: { used_memory: memory, used_memory_human: `${(memory / 2 ** 20).toFixed(2)}M`, maxmemory: server.configuration.get('maxmemory'), maxmemory_policy: server.configuration.get('maxmemory-policy') },
    Persistence: { loading: 0, rdb_changes_since_last_save: server.dirty, rdb_bgsave_in_progress: 0, rdb_last_save_time: Math.floor(server.lastSave / 1000), rdb_last_bgsave_status: 'ok', aof_enabled: flag('appendonly') },
    Stats: { total_connections_received: server.connections, total_commands_processed: server.commands },
    Replication: { role: 'master', connected_slaves: 0 },
    CPU: {},
    Cluster: { cluster_enabled: 0 },
    Keyspace: Object.fromEntries(server.databases.flatMap((database, index): [string, string][] => {
      const entries = database.entries();
      const times = entries.flatMap(([, { expires }]) => (expires === undefined ? [] : [expires - server.now()]));
      return entries.length === 0 ? [] : [[`db${index}`, `keys=${entries.length},expires=${times.length},avg_ttl=${times.length === 0 ? 0 : Math.round(times.reduce((a, b) => a + b) / times.length)},subexpiry=0`]];
    })),
  };
  const wanted = new Set(asked.map((section) => section.toLowerCase()));
  const all = wanted.size === 0 || ['all', 'default', 'everything'].some((word) => wanted.has(word));
  return Object.entries(sections).filter(([name]) => all || wanted.has(name.toLowerCase()))
    .map(([name, lines]) => `# ${name}\r\n${Object.entries(lines).map(([key, value]) => `${key}:${value}\r\n`).join('')}`).join('\r\n');
}
