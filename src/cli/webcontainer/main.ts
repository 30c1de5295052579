import { nodeName } from '../../backend/index.ts';
import { systemClock } from '../../base/index.ts';
import { HostService, type StateStore } from '../../host/index.ts';
import { lineTransport } from '../../protocol/index.ts';
import { requestLoopback } from './loopback.ts';
import { processChannel } from './process-channel.ts';

/** Keeps states as long as the process lives: a WebContainer's own disk does not outlive the page either. */
function memoryStore(): StateStore {
  const values = new Map<string, unknown>();
  return { load: async (key) => values.get(key), save: async (key, value) => void values.set(key, structuredClone(value)), remove: async (key) => void values.delete(key) };
}

// The sandbox as a process: it speaks the protocol over its standard streams, and ends with its input.
const channel = processChannel(process);
const service = new HostService(lineTransport(channel, 'answers'), memoryStore(), systemClock, new Map([[nodeName, requestLoopback]]));
channel.onEnd(() => {
  service.dispose();
  process.exit(0);
});
