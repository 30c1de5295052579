import { canonicalString, familiarName, familiarString, parseReference, withDefaultTag, type Reference } from '../../../oci/index.ts';
import type { Cli, Output } from '../cli.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { bool, string } from '../flags/index.ts';
import { displayMessages } from '../progress/json-messages.ts';
import { credentialsForImage } from '../registry-credentials.ts';

const flags = {
  'all-tags': bool('Download all tagged images in the repository', { shorthand: 'a' }),
  'disable-content-trust': bool('Skip image verification', { initial: true, support: { partly: 'image signatures are not modelled' } }),
  platform: string('Set platform if server is multi-platform capable'),
  quiet: bool('Suppress verbose output', { shorthand: 'q' }),
};

/** What goes nowhere. */
export const silence: Output = { isTerminal: false, write: () => Promise.resolve(), print: () => Promise.resolve() };

export const pullCommand = defineCommand({
  name: 'pull',
  use: 'pull [OPTIONS] NAME[:TAG|@DIGEST]',
  short: 'Download an image from a registry',
  aliasesText: 'docker image pull, docker pull',
  common: 5,
  args: exactArgs(1),
  flags,
  complete: ['image'],
  async run({ cli, args, flags: given }) {
    const [name = ''] = args;
    const parsed = parseName(name);
    const named = parsed.tag !== undefined || parsed.digest !== undefined;
    if (given['all-tags'] && named) throw new CliError('tag can\'t be used with --all-tags/-a');
    const reference = given['all-tags'] ? parsed : withDefaultTag(parsed);
    if (!given['all-tags'] && !named && !given.quiet) await cli.out.print(`Using default tag: ${reference.tag}\n`);
    await pull(cli, reference, given.platform, given.quiet);
    await cli.out.print(`${canonicalString(reference)}\n`);
  },
});

/** A reference, with the command's own error for what is none. */
export function parseName(name: string): Reference {
  try {
    return parseReference(name);
  } catch (error) {
    throw new CliError(error instanceof Error ? error.message : String(error));
  }
}

async function pull(cli: Cli, reference: Reference, platform: string, quiet: boolean): Promise<void> {
  const tag = reference.digest ?? reference.tag;
  const messages = cli.client.images.pull(familiarName(reference), { ...(tag !== undefined && { tag }), platform, auth: credentialsForImage(cli, familiarString(reference)) });
  await displayMessages(messages, quiet ? silence : cli.out, { columns: cli.windowSize().columns || 200 });
}
