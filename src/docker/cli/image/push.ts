import { canonicalString, familiarName, familiarString, withDefaultTag } from '../../../oci/index.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { bool } from '../flags/index.ts';
import { displayMessages } from '../progress/json-messages.ts';
import { credentialsForImage } from '../registry-credentials.ts';
import { parseName, silence } from './pull.ts';

const flags = {
  'all-tags': bool('Push all tags of an image to the repository', { shorthand: 'a' }),
  'disable-content-trust': bool('Skip image signing', { initial: true, support: { partly: 'image signatures are not modelled' } }),
  quiet: bool('Suppress verbose output', { shorthand: 'q' }),
};

export const pushCommand = defineCommand({
  name: 'push',
  use: 'push [OPTIONS] NAME[:TAG]',
  short: 'Upload an image to a registry',
  aliasesText: 'docker image push, docker push',
  common: 6,
  args: exactArgs(1),
  flags,
  complete: ['image'],
  async run({ cli, args, flags: given }) {
    const parsed = parseName(args[0] ?? '');
    if (given['all-tags'] && parsed.tag !== undefined) throw new CliError("tag can't be used with --all-tags/-a");
    if (parsed.digest !== undefined) throw new CliError('cannot push a digest reference');
    const reference = given['all-tags'] ? parsed : withDefaultTag(parsed);
    if (!given['all-tags'] && parsed.tag === undefined && !given.quiet) await cli.out.print(`Using default tag: ${reference.tag}\n`);
    const messages = cli.client.images.push(familiarName(reference), { ...(reference.tag !== undefined && { tag: reference.tag }), auth: credentialsForImage(cli, familiarString(reference)) });
    await displayMessages(messages, given.quiet ? silence : cli.out, { columns: cli.windowSize().columns || 200 });
    if (given.quiet) await cli.out.print(`${canonicalString(reference)}\n`);
  },
});
