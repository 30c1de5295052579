import type { NetworkInterface } from '../../../kernel/uapi/index.ts';
import { IpError, type Manner, means, type Words } from './manner.ts';

/** Which interfaces and addresses a `show` is about. */
export interface Selection {
  interfaces: NetworkInterface[];
  /** All of the namespace. */
  all: NetworkInterface[];
  /** The one that was named. */
  device: string | undefined;
  scope: string | undefined;
  to: string | undefined;
  label: string | undefined;
}

/** Reads the words of `show`: [dev] NAME, up, master NAME, type KIND, scope, to. */
export function select({ tool, busybox }: Manner, words: Words): Selection {
  const all = tool.process.network.interfaces();
  const selection: Selection = { interfaces: all, all, device: undefined, scope: undefined, to: undefined, label: undefined };
  const only = (keep: (one: NetworkInterface) => boolean): void => {
    selection.interfaces = selection.interfaces.filter(keep);
  };
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'up') only(({ up }) => up);
    else if (word === 'down') only(({ up }) => !up);
    else if (word === 'master') {
      const name = words.value();
      if (!all.some((one) => one.name === name)) throw new IpError(`Error: argument "${name}" is wrong: Device does not exist\n`, 255);
      only(({ master }) => master === name);
    } else if (means(word, 'type') && word.length > 1) {
      const kind = words.value();
      only((one) => one.kind === kind);
    } else if (word === 'scope') selection.scope = words.value();
    else if (word === 'to') selection.to = words.value();
    else if (word === 'label') selection.label = words.value();
    else if (word === 'vrf' || word === 'group' || word === 'proto') words.value();
    else if (word === 'nomaster') only(({ master }) => master === undefined);
    else if (!means(word, 'permanent', 'dynamic', 'primary', 'secondary') || word.length < 4) {
      const name = word === 'dev' ? words.value() : word;
      if (selection.device !== undefined) throw new IpError(`Error: either "dev" is duplicate, or "${word}" is garbage.`, 255);
      selection.device = name;
      only((one) => one.name === name);
    }
  }
  const { device } = selection;
  if (device !== undefined && !all.some((one) => one.name === device)) throw new IpError(busybox ? `ip: can't find device '${device}'` : `Device "${device}" does not exist.`, 1);
  return selection;
}
