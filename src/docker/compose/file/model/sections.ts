import { bool, bytes, duration, durationPointer, float32, intPointer, text, unsigned, unsignedPointer } from './scalar-kinds.ts';
import { listOf, sshKeys, stringList, stringSlice } from './list-kinds.ts';
import { hostsList, labels, mapping, mappingWithEquals } from './map-kinds.ts';
import { fileReference, resource, ulimits } from './shared-structs.ts';
import { struct } from './struct-kind.ts';

export const build = struct({
  context: text, dockerfile: text, dockerfile_inline: text, entitlements: stringSlice, args: mappingWithEquals, ssh: sshKeys, labels, cache_from: stringList, cache_to: stringList, no_cache: bool,
  additional_contexts: mapping, pull: bool, extra_hosts: hostsList, isolation: text, network: text, target: text, secrets: listOf(fileReference), shm_size: bytes, tags: stringList, ulimits,
  platforms: stringList, privileged: bool,
});

const update = struct({ parallelism: unsignedPointer, delay: duration, failure_action: text, monitor: duration, max_failure_ratio: float32, order: text });

/** Structs without a pointer are in JSON always. */
export const deploy = struct({
  mode: text,
  replicas: intPointer,
  labels,
  update_config: update,
  rollback_config: update,
  resources: { kind: struct({ limits: resource, reservations: resource }, false), always: true },
  restart_policy: struct({ condition: text, delay: durationPointer, max_attempts: unsignedPointer, window: durationPointer }),
  placement: { kind: struct({ constraints: stringSlice, preferences: listOf(struct({ spread: text })), max_replicas_per_node: unsigned }, false), always: true },
  endpoint_mode: text,
});
