import type { Session } from './connector.ts';
import type { CookieJar } from './cookies.ts';
import type { OutputFile } from './output-file.ts';
import type { RequestBody } from './request.ts';
import type { RequestKind, Settings } from './settings.ts';
import type { Trace } from './trace.ts';

/** What a transfer is made of. */
export interface TransferParts {
  settings: Settings;
  session: Session & { cookies: CookieJar };
  trace: Trace;
  url: string;
  output: OutputFile;
  /** -J may name the file. */
  nameFromHeader: boolean;
  upload: RequestBody | undefined;
  /** What chose the method, when no body did. */
  kind: RequestKind | undefined;
  /** The byte to go on from. */
  resume: number;
  /** The entity tag that the file at hand has. */
  tag: string | undefined;
}
