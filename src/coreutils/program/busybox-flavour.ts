import type { Process } from '../../kernel/uapi/index.ts';

const applets = new WeakSet<Process>();

/** Marks a process as one that runs an applet of busybox. */
export function markBusybox(process: Process): void {
  applets.add(process);
}

/** Whether `process` runs an applet of busybox. */
export function isBusybox(process: Process): boolean {
  return applets.has(process);
}
