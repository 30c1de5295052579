import { isSystemError, LookupError } from '../../kernel/index.ts';
import { DigestError, ReferenceFormatError } from '../../oci/index.ts';
import { isDockerError } from '../client/index.ts';
import { Cancelled, CliError, StatusError } from './command/status-error.ts';

/** What goes to stderr and with which status the command ends. What is none of the command's own errors is thrown again. */
export function explainError(error: unknown): { status: number; message: string } {
  if (error instanceof StatusError) return { status: error.status === 0 ? 1 : error.status, message: error.message };
  if (error instanceof Cancelled) return { status: 0, message: '' };
  if (error instanceof CliError || isDockerError(error) || error instanceof ReferenceFormatError || error instanceof DigestError) return { status: 1, message: error.message };
  if (isSystemError(error, 'EPIPE')) return { status: 1, message: '' };
  if (isSystemError(error) || error instanceof LookupError) return { status: 1, message: goMessage(error) };
  throw error;
}

/** A failed system call in Go's words: lower case, after the path. */
export function goMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!isSystemError(error)) return error.message;
  const words = error.message.slice(error.path === undefined ? 0 : error.path.length + 2);
  return `${error.path === undefined ? '' : `${error.path}: `}${words.toLowerCase()}`;
}
