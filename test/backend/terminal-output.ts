import { decodeUtf8 } from '../../src/base/index.ts';
import type { BackendTerminal } from '../../src/backend/index.ts';

/** Resolves with all output so far when it holds `text` (escape sequences included). */
export function waitForOutput(terminal: BackendTerminal, text: string): Promise<string> {
  let seen = '';
  return new Promise((resolve) => {
    const subscription = terminal.onData((bytes) => {
      seen += decodeUtf8(bytes);
      terminal.shown(bytes.length);
      if (!seen.includes(text)) return;
      subscription.dispose();
      resolve(seen);
    });
  });
}
