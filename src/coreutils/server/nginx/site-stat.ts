import { fileType, fileTypeMask, isSystemError, type Stat } from '../../../kernel/uapi/index.ts';
import type { Exchange } from './exchange.ts';
import { fileOf } from './variables.ts';

/** What is at a path of the site; undefined for nothing. */
export function statOf(exchange: Exchange, path: string): Stat | undefined {
  try {
    return exchange.process.stat(fileOf(exchange, path));
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

export const isFolder = (stat: Stat): boolean => (stat.mode & fileTypeMask) === fileType.directory;
