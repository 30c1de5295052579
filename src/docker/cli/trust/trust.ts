import type { CommandGroup } from '../command/command.ts';
import { commandFromHelp, type LooseInvocation } from '../command/from-help.ts';
import { CliError } from '../command/status-error.ts';

const noSignatures = 'image signatures are not modelled';
const never = (): Promise<void> => Promise.resolve();

/** Nothing is signed here. */
async function inspect({ cli, args, flags }: LooseInvocation): Promise<void> {
  if (flags['pretty'] !== true) await cli.out.print('[]\n');
  throw new CliError((flags['pretty'] === true ? args.slice(0, 1) : args).map((name) => `no signatures or cannot access ${name}`).join('\n'));
}

const trustInspectCommand = commandFromHelp(`Usage:  docker trust inspect IMAGE[:TAG] [IMAGE[:TAG]...]

Return low-level information about keys and signatures

Options:
      --pretty   Print the information in a human friendly format`, inspect, { support: { partly: noSignatures } });

const trustRevokeCommand = commandFromHelp(`Usage:  docker trust revoke [OPTIONS] IMAGE[:TAG]

Remove trust for an image

Options:
  -y, --yes   Do not prompt for confirmation`, never, { support: { no: noSignatures } });

const trustSignCommand = commandFromHelp(`Usage:  docker trust sign IMAGE:TAG

Sign an image

Options:
      --local   Sign a locally tagged image`, never, { support: { no: noSignatures } });

const trustKeyGenerateCommand = commandFromHelp(`Usage:  docker trust key generate NAME

Generate and load a signing key-pair

Options:
      --dir string   Directory to generate key in, defaults to current directory`, never, { support: { no: noSignatures } });

const trustKeyLoadCommand = commandFromHelp(`Usage:  docker trust key load [OPTIONS] KEYFILE

Load a private key file for signing

Options:
      --name string   Name for the loaded key (default "signer")`, never, { support: { no: noSignatures } });

const trustSignerAddCommand = commandFromHelp(`Usage:  docker trust signer add OPTIONS NAME REPOSITORY [REPOSITORY...] 

Add a signer

Options:
      --key list   Path to the signer's public key file`, never, { support: { no: noSignatures } });

const trustSignerRemoveCommand = commandFromHelp(`Usage:  docker trust signer remove [OPTIONS] NAME REPOSITORY [REPOSITORY...]

Remove a signer

Options:
  -f, --force   Do not prompt for confirmation before removing the most recent signer`, never, { support: { no: noSignatures } });

export const trustGroup: CommandGroup = {
  name: 'trust', short: 'Manage trust on Docker images', support: { no: noSignatures },
  subcommands: [
    { name: 'key', short: 'Manage keys for signing Docker images', support: { no: noSignatures }, subcommands: [trustKeyGenerateCommand, trustKeyLoadCommand] },
    { name: 'signer', short: 'Manage entities who can sign Docker images', support: { no: noSignatures }, subcommands: [trustSignerAddCommand, trustSignerRemoveCommand] },
    trustInspectCommand, trustRevokeCommand, trustSignCommand,
  ],
};
