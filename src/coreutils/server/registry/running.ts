import type { Process } from '../../../kernel/uapi/index.ts';
import type { Configuration } from './configuration.ts';
import type { Fields, Log } from './log.ts';

/** What a registry is called and made with, in every line of its log but those about requests. */
export interface Running {
  process: Process;
  configuration: Configuration;
  log: Log;
  fields: Fields;
}
