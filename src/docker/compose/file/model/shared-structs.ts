import { bool, bytes, deviceCount, float32, int, intPointer, text } from './scalar-kinds.ts';
import type { Kind } from './kind.ts';
import { listOf, shellCommand, stringSlice } from './list-kinds.ts';
import { mapOf, mapping, mappingWithEquals } from './map-kinds.ts';
import { struct } from './struct-kind.ts';
import { isTree, type Value } from '../tree.ts';

/** A secret or config as a service uses it. */
export const fileReference = struct({ source: text, target: text, uid: text, gid: text, mode: intPointer });

function numberOf(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0;
}

interface Ulimit {
  single?: number;
  soft?: number;
  hard?: number;
}

const ulimit: Kind = {
  decode: (value): Ulimit => {
    if (!isTree(value)) return { single: numberOf(value) };
    return { soft: numberOf(value.get('soft')), hard: numberOf(value.get('hard')) };
  },
  yaml: (value) => {
    const { single = 0, soft = 0, hard = 0 } = value as Ulimit;
    return single !== 0 ? single : { sorted: false, entries: [['soft', soft], ['hard', hard]] };
  },
  json: (value) => {
    const { single = 0, soft = 0, hard = 0 } = value as Ulimit;
    if (single !== 0) return single;
    return new Map(Object.entries({ soft, hard }).filter(([, limit]) => limit !== 0));
  },
};

export const ulimits = mapOf(ulimit);

export const hook = struct({
  command: { kind: shellCommand, always: true }, user: text, privileged: bool, working_dir: text, environment: mappingWithEquals,
}, false);

export const deviceRequest = struct({ capabilities: stringSlice, driver: text, count: deviceCount, device_ids: stringSlice, options: mapping });

const discrete = struct({ kind: { kind: text, always: true, alwaysInYaml: true }, value: { kind: int, always: true, alwaysInYaml: true } });

export const resource = struct({
  cpus: float32, memory: bytes, pids: int, devices: listOf(deviceRequest), generic_resources: listOf(struct({ discrete_resource_spec: discrete })),
});
