import { familiarName } from '../../../oci/index.ts';
import { exactArgs } from '../command/args-rule.ts';
import { defineCommand } from '../command/command.ts';
import { CliError } from '../command/status-error.ts';
import { goQuote } from '../../../base/go/index.ts';
import { parseReference } from '../../../oci/index.ts';

export const tagCommand = defineCommand({
  name: 'tag',
  use: 'tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  short: 'Create a tag TARGET_IMAGE that refers to SOURCE_IMAGE',
  aliasesText: 'docker image tag, docker tag',
  args: exactArgs(2),
  interspersed: false,
  flags: {},
  complete: ['image'],
  async run({ cli, args }) {
    const [source = '', target = ''] = args;
    const reference = parseFor(target, (words) => `Error parsing reference: ${goQuote(target)} is not a valid repository/tag: ${words}`);
    if (reference.digest !== undefined) throw new CliError('refusing to create a tag with a digest reference');
    await cli.client.images.tag(source, familiarName(reference), reference.tag ?? 'latest');
  },
});

function parseFor(name: string, words: (reason: string) => string): ReturnType<typeof parseReference> {
  try {
    return parseReference(name);
  } catch (error) {
    throw new CliError(words(error instanceof Error ? error.message : String(error)));
  }
}
