export { createBusybox } from './busybox.ts';
