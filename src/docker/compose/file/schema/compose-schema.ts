import { list, mapOf, oneOf, orNull, type Schema, strict, struct } from './notation.ts';
import { service } from './service.ts';
import { driverOptions, flag, listOrMap, names, text, textOrList } from './values.ts';

/** `external: true`, or the old form with a name. */
const external: Schema = { ...struct({ name: text }), types: ['boolean', 'string', 'object'] };
const looseExternal: Schema = { types: ['boolean', 'string', 'object'], properties: new Map([['name', text]]) };

const ipam = struct({
  driver: text,
  config: list(struct({ subnet: text, ip_range: text, gateway: text, aux_addresses: mapOf(/^.+$/, text, true) })),
  options: mapOf(/^.+$/, text, true),
});

const network = orNull(struct({ name: text, driver: text, driver_opts: driverOptions, ipam, external, internal: flag, enable_ipv4: flag, enable_ipv6: flag, attachable: flag, labels: listOrMap }));

const volume = orNull(struct({ name: text, driver: text, driver_opts: driverOptions, external, labels: listOrMap }));

const secret = struct({ name: text, environment: text, file: text, external: looseExternal, labels: listOrMap, driver: text, driver_opts: driverOptions, template_driver: text });

const config = struct({ name: text, content: text, environment: text, file: text, external: looseExternal, labels: listOrMap, template_driver: text });

/** What may stand in a Compose file, as compose-go 2.4 checks it: the order of alternatives decides which complaint is printed. */
export const composeSchema: Schema = struct({
  version: text,
  name: text,
  include: list(oneOf(text, strict({ path: textOrList, env_file: textOrList, project_directory: text }))),
  services: mapOf(names, service, true),
  networks: mapOf(names, network),
  volumes: mapOf(names, volume, true),
  secrets: mapOf(names, secret, true),
  configs: mapOf(names, config, true),
});
