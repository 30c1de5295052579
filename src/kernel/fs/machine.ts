/** What `uname -r` says. */
export const kernelRelease = '6.1.0-28-amd64';
/** What `uname -v` says. */
export const kernelVersion = '#1 SMP PREEMPT_DYNAMIC Debian 6.1.119-1 (2024-11-22)';
/** Memory of the machine, in bytes. */
export const memoryTotal = 8 * 2 ** 30;
/** Processors of the machine. */
export const processorCount = 2;
