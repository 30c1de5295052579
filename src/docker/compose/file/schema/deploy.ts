import { list, of, orNull, struct, words } from './notation.ts';
import { devices, flag, listOrMap, numberOrText, text, textList, wholeOrText } from './values.ts';

const update = struct({
  parallelism: wholeOrText, delay: text, failure_action: text, monitor: text, max_failure_ratio: numberOrText, order: words('start-first', 'stop-first'),
});

const genericResources = list(struct({ discrete_resource_spec: struct({ kind: text, value: numberOrText }) }));

export const deploy = orNull(struct({
  mode: text,
  endpoint_mode: text,
  replicas: wholeOrText,
  labels: listOrMap,
  rollback_config: update,
  update_config: update,
  resources: struct({
    limits: struct({ cpus: numberOrText, memory: text, pids: wholeOrText }),
    reservations: struct({ cpus: numberOrText, memory: text, generic_resources: genericResources, devices }),
  }),
  restart_policy: struct({ condition: text, delay: text, max_attempts: wholeOrText, window: text }),
  placement: struct({ constraints: textList, preferences: list(struct({ spread: text })), max_replicas_per_node: wholeOrText }),
}));

export const healthcheck = struct({
  disable: flag, interval: text, retries: of('number', 'string'), test: { oneOf: [text, textList] }, timeout: text, start_period: text, start_interval: text,
});
