// npm run record [-- NAME…]: records the transcripts named, or all, on real lab hosts.
import { transcriptNames, writeTranscript } from '../conformance/docker/transcript.ts';
import { eachOf, record, openRecorder } from './record.ts';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !transcriptNames().includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no transcript ${unknown.join(', ')}. There are: ${transcriptNames().join(', ')}\n`);
  process.exit(2);
}
const recorder = await openRecorder();
try {
  await eachOf(names.length > 0 ? names : transcriptNames(), 2, async (name) => {
    const began = performance.now();
    writeTranscript(name, await record(recorder, name));
    process.stdout.write(`${name} ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  });
} finally {
  await recorder.hosts.dispose();
}
