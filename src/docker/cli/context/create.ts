import { goQuote } from '../../../base/go/index.ts';
import type { Cli } from '../cli.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { string } from '../flags/index.ts';
import { checkContextName, type ContextMetadata, type ContextStore } from './context-store.ts';
import { endpointFlag, endpointHelp, endpointOf, type Endpoint } from './endpoint-options.ts';

/** What the default context is said to be, and a copy of it. */
export const defaultDescription = 'Current DOCKER_HOST based configuration';

const description = (): ReturnType<typeof string> => string('Description of the context');

export const contextCreateCommand = defineCommand({
  name: 'create',
  use: 'create [OPTIONS] CONTEXT',
  short: 'Create a context',
  long: endpointHelp('Create a context', 'create'),
  args: exactArgs(1),
  flags: { description: description(), docker: endpointFlag(), from: string('create context from a named context') },
  async run({ cli, args, flags }) {
    const [name = ''] = args;
    checkContextName(name);
    if (cli.contexts.has(name)) throw new CliError(`context ${goQuote(name)} already exists`);
    if (flags.docker === undefined || flags.from !== '') {
      if (flags.docker !== undefined) throw new CliError('cannot use --docker flag when --from is set');
      copyContext(cli, flags.from || cli.contextName, name, flags.description);
    } else {
      save(cli.contexts, { Name: name, Metadata: flags.description === '' ? {} : { Description: flags.description }, Endpoints: {} }, endpointOf(cli.process, flags.docker));
    }
    await cli.out.print(`${name}\n`);
    await cli.err.print(`Successfully created context ${goQuote(name)}\n`);
  },
});

export const contextUpdateCommand = defineCommand({
  name: 'update',
  use: 'update [OPTIONS] CONTEXT',
  short: 'Update a context',
  long: endpointHelp('Update a context', 'update'),
  args: exactArgs(1),
  flags: { description: description(), docker: endpointFlag() },
  async run({ cli, args, flags }) {
    const [name = ''] = args;
    checkContextName(name);
    const metadata = cli.contexts.read(name);
    if (flags.description !== '') metadata.Metadata = { ...metadata.Metadata, Description: flags.description };
    if (flags.docker === undefined) cli.contexts.write(metadata);
    else save(cli.contexts, metadata, endpointOf(cli.process, flags.docker));
    await cli.out.print(`${name}\n`);
    await cli.err.print(`Successfully updated context ${goQuote(name)}\n`);
  },
});

function save(store: ContextStore, metadata: ContextMetadata, endpoint: Endpoint): void {
  store.write({ ...metadata, Endpoints: { docker: { ...(endpoint.host !== '' && { Host: endpoint.host }), SkipTLSVerify: endpoint.skipTlsVerify } } });
  if (endpoint.tls.size > 0) store.writeTls(metadata.Name, 'docker', endpoint.tls);
}

function copyContext(cli: Cli, from: string, to: string, text: string): void {
  const given = cli.contextMetadata(from);
  const source = from === 'default' ? { ...given, Metadata: { Description: defaultDescription } } : given;
  cli.contexts.import(to, cli.contexts.export(text === '' ? source : { ...source, Metadata: { ...source.Metadata, Description: text } }));
}
