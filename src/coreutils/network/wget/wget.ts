import type { Program } from '../../../kernel/uapi/index.ts';
import { isBusybox } from '../../program/index.ts';
import { busyboxWget } from './busybox.ts';
import { gnuWget } from './gnu.ts';

/** wget(1): GNU's, or busybox's where that is what runs. */
export const wget: Program = (process) => (isBusybox(process) ? busyboxWget(process) : gnuWget(process));
