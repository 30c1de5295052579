import { type ByteStream, decodeUtf8, concatBytes, noBytes } from '../../base/index.ts';

/** Connects, says on a line the number of the error or 0, and becomes what copies bytes both ways. perl-base has Socket; socat keeps half-closed connections. */
const program = `
use Socket; my ($address, $port, $seconds) = @ARGV; $^F = 255;
socket(my $socket, PF_INET, SOCK_STREAM, 0); my $done = 0;
eval { local $SIG{ALRM} = sub { die "late\\n" }; alarm $seconds; $done = connect($socket, sockaddr_in($port, inet_aton($address))); alarm 0 };
my $errno = $@ ? 110 : $done ? 0 : $! + 0; $| = 1; print "$errno\\n"; exit 1 if $errno;
exec 'socat', '-', 'FD:' . fileno($socket);`;

/** Numbers of Linux. */
const errnos: Readonly<Record<string, string>> = { 101: 'ENETUNREACH', 104: 'ECONNRESET', 110: 'ETIMEDOUT', 111: 'ECONNREFUSED', 113: 'EHOSTUNREACH' };

/** The command that connects to an address from where it runs. */
export function connectCommand(address: string, port: number, timeoutMs: number): string[] {
  return ['perl', '-e', program, address, String(port), String(Math.max(1, Math.ceil(timeoutMs / 1000)))];
}

/** Waits until the command has connected; gives the connection. Rejects with the errno as `code`. */
export async function whenConnected(stream: ByteStream): Promise<ByteStream> {
  let head: Uint8Array = noBytes;
  while (!head.includes(10)) {
    const bytes = await stream.read(64);
    if (bytes.length === 0) break;
    head = concatBytes([head, bytes]);
  }
  const end = head.indexOf(10);
  const number = end < 0 ? '' : decodeUtf8(head.subarray(0, end));
  if (number !== '0') {
    stream.close();
    throw Object.assign(new Error(`connect: error ${number || 'unknown'}`), { code: errnos[number] ?? 'ECONNRESET' });
  }
  let rest = head.subarray(end + 1);
  return {
    ...stream,
    async read(max = 65536) {
      if (rest.length === 0) return stream.read(max);
      const bytes = rest.subarray(0, max);
      rest = rest.subarray(bytes.length);
      return bytes;
    },
  };
}
