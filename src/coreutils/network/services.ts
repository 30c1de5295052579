import type { Process } from '../../kernel/uapi/index.ts';

/** Names of services by `PORT/PROTOCOL`, as /etc/services has them. */
export function readServices(process: Process): Map<string, string> {
  const found = new Map<string, string>();
  if (!process.exists('/etc/services')) return found;
  for (const line of process.readTextFile('/etc/services').split('\n')) {
    const [name, port] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (name && port !== undefined && !found.has(port)) found.set(port, name);
  }
  return found;
}
