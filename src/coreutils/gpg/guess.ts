import { GpgFailure, type GpgInvocation } from './invocation.ts';
import { keysOfBytes } from './exchange.ts';
import { keyText } from './list.ts';
import { decryptFile } from './verify.ts';

/** What gpg does with a file and no command: keys are shown, what is signed is checked. */
export async function guess(invocation: GpgInvocation, bytes: Uint8Array): Promise<number> {
  const keys = keysOfBytes(bytes);
  if (keys) {
    await invocation.ring.openTrust();
    for (const key of keys) invocation.tool.out.write(keyText(invocation, key, { bare: true }).replace(/\n\n$/, '\n').replaceAll(/^(uid {11}) +/gm, '$1'));
    return 0;
  }
  if (bytes.length === 0) throw new GpgFailure(['processing message failed: Unknown system error']);
  return decryptFile(invocation);
}
