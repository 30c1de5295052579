import { getopt, UsageError } from '../program/index.ts';

/** What a command line of nc asks for. */
export interface NcOptions {
  listen: boolean;
  keep: boolean;
  udp: boolean;
  unix: boolean;
  scan: boolean;
  verbose: boolean;
  numeric: boolean;
  noStdin: boolean;
  shutdown: boolean;
  crlf: boolean;
  randomPorts: boolean;
  /** Seconds after the end of standard input; negative: go on. */
  quitAfter: number;
  /** Seconds for connecting and for silence; undefined: for ever. */
  timeout: number | undefined;
  /** Datagrams or reads after which to end. */
  receiveLimit: number | undefined;
  /** Seconds between lines or ports. */
  interval: number;
  source: string | undefined;
  sourcePort: string | undefined;
  host: string | undefined;
  port: string | undefined;
  /** Ports after the first. */
  morePorts: readonly string[];
}

const table = {
  ipv4: '-4', ipv6: '-6', broadcast: '-b', crlf: '-C', debug: '-D', noStdin: '-d', passFd: '-F', help: '-h', receiveBuffer: '-I=', interval: '-i=', keep: '-k', listen: '-l', ttl: '-M=', minTtl: '-m=', shutdown: '-N', numeric: '-n', sendBuffer: '-O=', proxyUser: '-P=',
  sourcePort: '-p=', quit: '-q=', randomPorts: '-r', signature: '-S', source: '-s=', tos: '-T=', telnet: '-t', unix: '-U', udp: '-u', routing: '-V=', verbose: '-v', receiveLimit: '-W=', timeout: '-w=', proxyProtocol: '-X=', proxy: '-x=', dccp: '-Z', scan: '-z',
};

/** The command line is refused: `message` without `nc: `, or nothing for the usage alone. */
export class NcUsageError extends Error {
  override readonly name = 'NcUsageError';
  readonly kind: 'usage' | 'help' | 'message';

  constructor(kind: 'usage' | 'help' | 'message', message = '') {
    super(message);
    this.kind = kind;
  }
}

/** Reads a command line as netcat-openbsd does. */
export function parseNc(words: string[]): NcOptions {
  let args: ReturnType<typeof getopt<typeof table>>;
  try {
    args = getopt(table, words, { permute: true });
  } catch (error) {
    if (error instanceof UsageError) throw new NcUsageError('usage', error.message);
    throw error;
  }
  if (args.has('dccp')) throw new NcUsageError('usage');
  if (args.has('help')) throw new NcUsageError('help');
  const [first, second] = args.operands;
  const listen = args.has('listen');
  const unix = args.has('unix');
  const seconds = (key: 'quit' | 'timeout' | 'interval'): number | undefined => {
    const value = args.value(key);
    if (value === undefined) return undefined;
    if (!/^-?\d+$/.test(value)) throw new NcUsageError('message', `${key === 'timeout' ? 'timeout invalid' : key === 'quit' ? 'quit timer invalid' : 'interval invalid'}: ${value}`);
    return Number(value);
  };
  let host = first;
  let port = second;
  const sourcePort = args.value('sourcePort');
  if (listen && !unix) {
    // `nc -l PORT`, `nc -l -p PORT`, `nc -l HOST PORT`, `nc -l -p PORT HOST`.
    if (port === undefined) [host, port] = sourcePort === undefined ? [undefined, first] : [first, sourcePort];
    if (port === undefined) throw new NcUsageError('message', 'missing port number');
  } else if (!unix && first === undefined) throw new NcUsageError('usage');
  else if (!unix && second === undefined) throw new NcUsageError('message', 'missing port number');
  else if (unix && first === undefined) throw new NcUsageError('usage');
  if (args.operands.length > 2 && (listen || unix)) throw new NcUsageError('usage');
  const proxyProtocol = args.value('proxyProtocol');
  if (proxyProtocol !== undefined && !/^(?:connect|4|5)$/i.test(proxyProtocol)) throw new NcUsageError('message', 'unsupported proxy protocol');
  if (listen && args.has('scan')) throw new NcUsageError('message', 'cannot use -z and -l');
  if (!listen && args.has('keep')) throw new NcUsageError('message', 'must use -l with -k');
  const limit = args.value('receiveLimit');
  return {
    listen, unix, keep: args.has('keep'), udp: args.has('udp'), scan: args.has('scan'), verbose: args.has('verbose'), numeric: args.has('numeric'), noStdin: args.has('noStdin'), shutdown: args.has('shutdown'), crlf: args.has('crlf'), randomPorts: args.has('randomPorts'),
    quitAfter: seconds('quit') ?? -1, timeout: seconds('timeout'), receiveLimit: limit === undefined ? undefined : Number(limit), interval: seconds('interval') ?? 0, source: args.value('source'), sourcePort, host, port, morePorts: args.operands.slice(2),
  };
}

/** The usage of Debian's nc. */
export const ncUsage = `usage: nc [-46CDdFhklNnrStUuvZz] [-I length] [-i interval] [-M ttl]
	  [-m minttl] [-O length] [-P proxy_username] [-p source_port]
	  [-q seconds] [-s sourceaddr] [-T keyword] [-V rtable] [-W recvlimit]
	  [-w timeout] [-X proxy_protocol] [-x proxy_address[:port]]
	  [destination] [port]
`;
/** What -h says after the usage. */
export const ncHelp = `	Command Summary:
		-4		Use IPv4
		-6		Use IPv6
		-b		Allow broadcast
		-C		Send CRLF as line-ending
		-D		Enable the debug socket option
		-d		Detach from stdin
		-F		Pass socket fd
		-h		This help text
		-I length	TCP receive buffer length
		-i interval	Delay interval for lines sent, ports scanned
		-k		Keep inbound sockets open for multiple connects
		-l		Listen mode, for inbound connects
		-M ttl		Outgoing TTL / Hop Limit
		-m minttl	Minimum incoming TTL / Hop Limit
		-N		Shutdown the network socket after EOF on stdin
		-n		Suppress name/port resolutions
		-O length	TCP send buffer length
		-P proxyuser	Username for proxy authentication
		-p port		Specify local port for remote connects
		-q secs		quit after EOF on stdin and delay of secs
		-r		Randomize remote ports
		-S		Enable the TCP MD5 signature option
		-s sourceaddr	Local source address
		-T keyword	TOS value
		-t		Answer TELNET negotiation
		-U		Use UNIX domain socket
		-u		UDP mode
		-V rtable	Specify alternate routing table
		-v		Verbose
		-W recvlimit	Terminate after receiving a number of packets
		-w timeout	Timeout for connects and final net reads
		-X proto	Proxy protocol: "4", "5" (SOCKS) or "connect"
		-x addr[:port]	Specify proxy address and port
		-Z		DCCP mode
		-z		Zero-I/O mode [used for scanning]
	Port numbers can be individual or ranges: lo-hi [inclusive]
`;
