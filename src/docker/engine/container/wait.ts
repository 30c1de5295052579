import type { ContainerWaitResponse } from '../../api/index.ts';
import type { Container, ContainerChange } from './container.ts';

/** What `docker wait` waits for. */
export type WaitCondition = 'not-running' | 'next-exit' | 'removed';

/** Resolves when the container is in the state asked for. `cancelled` ends the waiting. */
export function waitContainer(container: Container, condition: WaitCondition, cancelled?: AbortSignal): Promise<ContainerWaitResponse> {
  return new Promise((resolve) => {
    const answer = (removed = false): void => {
      subscription.dispose();
      const { ExitCode: code } = container.state;
      // Removal clears the error of a failed start (moby, State.SetRemovalError).
      const message = removed ? '' : container.state.Error;
      resolve({ StatusCode: code, ...(message !== '' && { Error: { Message: message } }) });
    };
    const done = (change: ContainerChange): boolean => change === 'removed' || (change === 'exited' && condition !== 'removed');
    const subscription = container.changes.event((change) => {
      if (done(change)) answer(change === 'removed');
    });
    cancelled?.addEventListener('abort', () => subscription.dispose(), { once: true });
    if (condition === 'not-running' && !container.isRunning) answer();
  });
}
