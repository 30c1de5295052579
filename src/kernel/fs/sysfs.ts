import type { TaskSystem } from '../task/index.ts';
import type { Inode } from '../vfs/index.ts';
import { processorCount } from './machine.ts';
import { fixedEntries, SyntheticDirectory, type SyntheticEntries, SyntheticFile, SyntheticFs } from './synthetic.ts';

/** /sys, thin: network interfaces, processors, an empty cgroup mount point. */
export function createSysFs(system: TaskSystem): SyntheticFs {
  const fs = new SyntheticFs('sysfs', () => system.clock.now());
  const directory = (entries: SyntheticEntries) => (): Inode => new SyntheticDirectory(fs, entries, { mode: 0o755 });
  const file = (text: () => string) => (): Inode => new SyntheticFile(fs, text);
  const interfaces: SyntheticEntries = {
    names: () => system.current?.namespaces.network.interfaces.keys() ?? [],
    lookup(name) {
      const found = system.current?.namespaces.network.interfaces.get(name);
      if (!found) return undefined;
      return directory(fixedEntries({
        address: file(() => `${found.mac}\n`), mtu: file(() => `${found.mtu}\n`), ifindex: file(() => `${found.index}\n`), iflink: file(() => `${found.peer?.index ?? found.index}\n`), operstate: file(() => `${found.kind === 'loopback' ? 'unknown' : found.up ? 'up' : 'down'}\n`),
      }))();
    },
  };
  const processors = `0-${processorCount - 1}\n`;
  return fs.mountRoot(new SyntheticDirectory(fs, fixedEntries({
    class: directory(fixedEntries({ net: directory(interfaces) })),
    devices: directory(fixedEntries({ system: directory(fixedEntries({ cpu: directory(fixedEntries({ online: file(() => processors), possible: file(() => processors) })) })) })),
    fs: directory(fixedEntries({ cgroup: directory(fixedEntries({})) })),
    firmware: directory(fixedEntries({ acpi: directory(fixedEntries({})), dmi: directory(fixedEntries({})), memmap: directory(fixedEntries({})) })),
    kernel: directory(fixedEntries({})),
  }), { mode: 0o555 }));
}
