// A process of its own for trials: it may hang or die of one, and its parent goes on.
import { runTrial, type Trial } from './trial.ts';

const faults: string[] = [];
console.error = (...words: unknown[]): void => {
  faults.push(words.map((word) => (word instanceof Error ? (word.stack ?? word.message) : String(word))).join(' '));
};
process.on('uncaughtException', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
process.on('unhandledRejection', (error) => faults.push(`unhandled: ${error instanceof Error ? error.stack : String(error)}`));

setInterval(() => process.send?.({ kind: 'alive' }), 250).unref();

process.on('message', (trial: Trial) => {
  void runTrial(trial)
    .catch((error: unknown) => `thrown: ${error instanceof Error ? error.stack : String(error)}`)
    .then((wrong) => {
      const fault = faults.splice(0).join('\n');
      const { heapUsed } = process.memoryUsage();
      process.send?.({ kind: 'done', wrong: wrong ?? (fault || undefined), heapUsed });
    });
});
process.send?.({ kind: 'ready' });
