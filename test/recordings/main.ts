// npm run record [-- NAME…]: records the transcripts named, or all, on real lab hosts.
import { transcriptNames, writeTranscript } from '../conformance/docker/transcript.ts';
import { eachOf, record, recordingHosts } from './record.ts';

const names = process.argv.slice(2);
const hosts = await recordingHosts();
try {
  await eachOf(names.length > 0 ? names : transcriptNames(), 2, async (name) => {
    const began = performance.now();
    writeTranscript(name, await record(hosts, name));
    process.stdout.write(`${name} ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  });
} finally {
  await hosts.dispose();
}
