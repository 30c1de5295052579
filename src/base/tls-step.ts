/** Fatal or warning words of one side to the other: RFC 8446, section 6. */
export interface TlsAlert {
  /** Number on the wire, such as 48. */
  code: number;
  /** Its name in the RFC, such as `unknown_ca`. */
  name: string;
}

/**
 * Something that happened on a TLS connection, as the program that holds one end of it knows, in order: what an observer with the keys would see. `sent` tells whether this end sent it.
 * Certificates are DER; the first of a list is the peer's or our own, then those that signed it.
 */
export type TlsStep =
  | { kind: 'client-hello'; sent: boolean; serverName: string | undefined; alpn: readonly string[]; versions: readonly string[]; cipherSuites: readonly string[]; groups: readonly string[] }
  | { kind: 'server-hello'; sent: boolean; version: string; cipherSuite: string; group: string | undefined }
  /** The server chose a protocol above TLS; undefined: none was agreed. */
  | { kind: 'alpn'; sent: boolean; protocol: string | undefined }
  | { kind: 'certificate-request'; sent: boolean }
  | { kind: 'certificate'; sent: boolean; from: 'server' | 'client'; certificates: readonly Uint8Array[] }
  /**
   * This end looked at the peer's certificates. `problem`: its kind (`unknown-authority`, `self-signed`, `expired`, `name-mismatch` …: `ChainFailureKind` of src/pki), undefined: all is well; `reason` is the same in the program's own words.
   * `checked` false: the program was told not to care. `chain` is what was built, up to the root when one was found.
   */
  | { kind: 'verify'; checked: boolean; problem: string | undefined; reason: string | undefined; host: string | undefined; chain: readonly Uint8Array[] }
  /** Both sides have the keys. `keyLog`: lines as in an SSLKEYLOGFILE, which wireshark reads. */
  | { kind: 'established'; keyLog: readonly string[] }
  | { kind: 'alert'; sent: boolean; alert: TlsAlert }
  /** Bytes inside, in the pieces in which they were written or read: HTTP/1.1, mostly. `data` is their beginning when the connection has carried much; `length` is what there was. */
  | { kind: 'data'; sent: boolean; data: Uint8Array; length: number }
  /** Instead of `data`, where HTTP/2 was agreed: the headers (with `:method`, `:path`, `:status` …) or a part of the body of a request or response; `end`: nothing follows on that stream in this direction. */
  | { kind: 'http2'; sent: boolean; stream: number; headers: readonly (readonly [name: string, value: string])[] | undefined; data: Uint8Array; length: number; end: boolean };

/** Takes what a program tells of its TLS connection. */
export type TlsTrace = (step: TlsStep) => void;
