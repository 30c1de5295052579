import { addressBytes, type Certificate } from '../../pki/index.ts';
import { connectTls, type TlsConnection, type TlsIdentity } from '../../tls/index.ts';
import type { Fd, Process } from '../../kernel/uapi/index.ts';
import { certificatesIn, certificatesOf, systemBundle, systemFolder } from './authorities.ts';
import { type FoundError, opensslMatch, verifyAsOpenssl, verifyErrorOf } from './openssl-verifier.ts';

/** How a connection is trusted. */
export interface TlsTrust {
  /** Trusted certificates; default the system's. */
  anchors?: readonly Certificate[] | undefined;
  /** What is wrong is told by `onProblems`, and nothing comes of it. */
  insecure?: boolean;
  identity?: TlsIdentity | undefined;
  /** Protocols above. */
  alpn?: readonly string[];
  /** Told what is wrong with the server's certificate, in OpenSSL's order, a name that does not fit last. */
  onProblems?: (problems: readonly FoundError[]) => void;
}

/** The system's trusted certificates: Debian's bundle and folder. None when the package ca-certificates is not there. */
export function systemAnchors(process: Process): Certificate[] {
  const file = process.env.SSL_CERT_FILE ? process.env.SSL_CERT_FILE : systemBundle;
  const found = process.exists(file) ? certificatesOf(process.readTextFile(file)) ?? [] : [];
  return [...found, ...certificatesIn(process, process.env.SSL_CERT_DIR ? process.env.SSL_CERT_DIR : systemFolder)];
}

/**
 * Makes a TLS connection of a connected socket, for any program that has no words of its own to say in between: pip, apk, apt, python. The server's certificate must be trusted and its name
 * must be `host`. Rejects with TlsError (kind `certificate`: `problem` has the kind and OpenSSL's words); the socket is closed then.
 */
export async function openTls(process: Process, fd: Fd, host: string, { anchors = systemAnchors(process), insecure = false, identity, alpn, onProblems }: TlsTrust = {}): Promise<TlsConnection> {
  const stream = process.stream(fd);
  try {
    return await connectTls(stream, {
      random: process.random, identity, trace: process.traceTls(fd), ...(!addressBytes(host) && { serverName: host }), ...(alpn && { alpn }),
      verify(certificates) {
        const { chain, errors } = verifyAsOpenssl(certificates, { anchors, now: process.clock.now(), purpose: 'sslserver', partialChain: true });
        const [leaf] = chain;
        const problems = leaf && !opensslMatch(leaf, host) ? [...errors, { kind: 'name-mismatch' as const, depth: 0, certificate: leaf, ...verifyErrorOf({ kind: 'name-mismatch' }, host) }] : errors;
        if (problems.length > 0) onProblems?.(problems);
        const [first] = problems;
        return { chain: chain.map(({ der }) => der), host, tolerated: insecure, ...(first && { problem: { kind: first.kind, reason: first.text }, alert: first.alert }) };
      },
    });
  } catch (error) {
    stream.close();
    throw error;
  }
}
