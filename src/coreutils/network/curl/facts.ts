import type { CurlUrl } from './url.ts';

/** A header as it came, for %header{}. */
export type ReceivedHeader = readonly [name: string, value: string];

/** What a transfer has to tell afterwards: the variables of --write-out. */
export interface TransferFacts {
  url: string;
  effective: CurlUrl | undefined;
  scheme: string | undefined;
  method: string | undefined;
  code: number;
  connectCode: number;
  version: string;
  contentType: string | undefined;
  redirectUrl: string | undefined;
  referer: string | undefined;
  redirects: number;
  retries: number;
  connects: number;
  connection: number;
  sizeDownload: number;
  sizeUpload: number;
  sizeHeader: number;
  sizeRequest: number;
  local: { address: string; port: number };
  remote: { address: string; port: number };
  proxyUsed: boolean;
  verifyResult: number;
  headers: ReceivedHeader[];
  headerCount: number;
  /** Milliseconds since the transfer's start. */
  times: { lookup: number; connect: number; tls: number; pretransfer: number; posttransfer: number; starttransfer: number; redirect: number; total: number };
  error: { code: number; message: string } | undefined;
  /** A time condition was not met, so no file is made. */
  unmet: boolean;
  fileTime: number | undefined;
}

/** Facts of a transfer that has not begun. */
export function newFacts(url: string): TransferFacts {
  return {
    url, effective: undefined, scheme: undefined, method: undefined, code: 0, connectCode: 0, version: '0', contentType: undefined, redirectUrl: undefined, referer: undefined, redirects: 0, retries: 0, connects: 0, connection: -1,
    sizeDownload: 0, sizeUpload: 0, sizeHeader: 0, sizeRequest: 0, local: { address: '', port: 0 }, remote: { address: '', port: 0 }, proxyUsed: false, verifyResult: 0, headers: [], headerCount: 0,
    times: { lookup: 0, connect: 0, tls: 0, pretransfer: 0, posttransfer: 0, starttransfer: 0, redirect: 0, total: 0 }, error: undefined, unmet: false, fileTime: undefined,
  };
}
