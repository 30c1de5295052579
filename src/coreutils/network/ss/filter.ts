import type { SocketEntry, SocketState } from '../../../kernel/uapi/index.ts';

const states: Readonly<Record<string, readonly SocketState[]>> = {
  established: ['ESTAB'], 'syn-sent': ['SYN-SENT'], 'syn-recv': ['SYN-RECV'], 'fin-wait-1': ['FIN-WAIT-1'], 'fin-wait-2': ['FIN-WAIT-2'], 'time-wait': ['TIME-WAIT'], closed: ['UNCONN'], unconnected: ['UNCONN'], 'close-wait': ['CLOSE-WAIT'], 'last-ack': ['LAST-ACK'],
  listening: ['LISTEN'], listen: ['LISTEN'], closing: ['CLOSING'],
};
const all = [...new Set(Object.values(states).flat())];
const groups: Readonly<Record<string, readonly SocketState[]>> = {
  ...states, all, connected: all.filter((state) => state !== 'LISTEN' && state !== 'UNCONN'), synchronized: all.filter((state) => !['LISTEN', 'UNCONN', 'SYN-SENT'].includes(state)), bucket: ['SYN-RECV', 'TIME-WAIT'], big: all.filter((state) => state !== 'SYN-RECV' && state !== 'TIME-WAIT'),
};

/** What a filter on ss's command line asks for. */
export interface Filter {
  /** Undefined: those that the options ask for. */
  states: ReadonlySet<SocketState> | undefined;
  matches(entry: SocketEntry): boolean;
}

/** Reads `state X exclude Y EXPRESSION`. Throws the words of ss for what it does not understand. */
export function parseFilter(words: readonly string[], portOf: (name: string) => number | undefined): Filter {
  const rest = words.join(' ').replaceAll(/([()!])/g, ' $1 ').replaceAll(/(?<![<>=!])(==|=|!=|>=|<=|<|>)(?!=)/g, ' $1 ').replaceAll('!  =', '!=').split(/\s+/).filter((word) => word !== '');
  let wanted: Set<SocketState> | undefined;
  while (rest[0] === 'state' || rest[0] === 'exclude' || rest[0] === 'excl') {
    const keyword = rest.shift();
    const name = rest.shift() ?? '';
    const named = groups[name];
    if (!named) throw new Error(`ss: wrong state name: ${name}`);
    if (keyword === 'state') wanted = new Set([...(wanted ?? []), ...named]);
    else wanted = new Set([...(wanted ?? all)].filter((state) => !named.includes(state)));
  }
  if (rest.length === 0) return { states: wanted, matches: () => true };
  const matches = expression(rest, portOf);
  if (rest.length > 0) throw new Error(syntaxError);
  return { states: wanted, matches };
}

const syntaxError = 'ss: bison bellows (while parsing filter): "syntax error!" Sorry.';

type Test = (entry: SocketEntry) => boolean;

function expression(words: string[], portOf: (name: string) => number | undefined): Test {
  let left = conjunction(words, portOf);
  while (words[0] === 'or' || words[0] === '||' || words[0] === '|') {
    words.shift();
    const [one, two] = [left, conjunction(words, portOf)];
    left = (entry) => one(entry) || two(entry);
  }
  return left;
}

function conjunction(words: string[], portOf: (name: string) => number | undefined): Test {
  let left = primary(words, portOf);
  while (words.length > 0 && words[0] !== ')' && words[0] !== 'or' && words[0] !== '|' && words[0] !== '||') {
    if (words[0] === 'and' || words[0] === '&' || words[0] === '&&') words.shift();
    const [one, two] = [left, primary(words, portOf)];
    left = (entry) => one(entry) && two(entry);
  }
  return left;
}

function primary(words: string[], portOf: (name: string) => number | undefined): Test {
  const word = words.shift();
  if (word === '(') {
    const inner = expression(words, portOf);
    words.shift();
    return inner;
  }
  if (word === 'not' || word === '!') {
    const inner = primary(words, portOf);
    return (entry) => !inner(entry);
  }
  if (/^(?:[sd]port|src|dst)$/.test(word ?? '') && (words[0] === undefined || words[0] === ')')) throw new Error(syntaxError);
  if (word === 'sport' || word === 'dport') return portTest(word, words, portOf);
  if (word === 'src' || word === 'dst') {
    if (words[0] === '=' || words[0] === '==') words.shift();
    return addressTest(word, words.shift() ?? '', portOf);
  }
  if (word !== undefined && /^[a-z][\w.-]*$/i.test(word)) throw new Error(`Error: an inet prefix is expected rather than "${word}".\nCannot parse dst/src address.`);
  throw new Error(syntaxError);
}

function portTest(side: 'sport' | 'dport', words: string[], portOf: (name: string) => number | undefined): Test {
  const comparison = /^(?:=|==|eq|!=|ne|neq|>|gt|<|lt|>=|ge|geq|<=|le|leq)$/.test(words[0] ?? '') ? words.shift() ?? '=' : '=';
  const name = (words.shift() ?? '').replace(/^.*:/, '');
  const port = portOf(name);
  if (port === undefined) throw new Error(`Error: "${name}" does not look like a port.\nCannot parse dst/src address.`);
  return (entry) => {
    const end = side === 'sport' ? entry.local : entry.peer;
    const own = end?.family === 'inet' ? end.port : 0;
    switch (comparison) {
      case '!=': case 'ne': case 'neq': return own !== port;
      case '>': case 'gt': return own > port;
      case '<': case 'lt': return own < port;
      case '>=': case 'ge': case 'geq': return own >= port;
      case '<=': case 'le': case 'leq': return own <= port;
      default: return own === port;
    }
  };
}

function addressTest(side: 'src' | 'dst', text: string, portOf: (name: string) => number | undefined): Test {
  const [, bracketed, plain, port] = /^(?:\[(.*)\]|([^:]*|[0-9a-f:]*::[0-9a-f:]*?))(?::([^:]*))?$/i.exec(text) ?? [];
  const [address = '', length] = (bracketed ?? plain ?? '').split('/');
  const wanted = port === undefined || port === '' || port === '*' ? undefined : portOf(port);
  const number = (each: string): number => each.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return (entry) => {
    const end = side === 'src' ? entry.local : entry.peer;
    if (end?.family !== 'inet') return end?.family === 'unix' && end.path === text;
    if (wanted !== undefined && end.port !== wanted) return false;
    if (address === '' || address === '*') return true;
    if (length === undefined || address.includes(':')) return end.address === address;
    const size = 2 ** (32 - Number(length));
    return !end.address.includes(':') && Math.floor(number(end.address) / size) === Math.floor(number(address) / size);
  };
}
