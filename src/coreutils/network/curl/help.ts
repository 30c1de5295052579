import { type CurlOption, curlOptions, optionOfLetter } from './option-table.ts';

const categories: readonly (readonly [name: string, what: string])[] = [
  ['auth', 'Authentication methods'], ['connection', 'Manage connections'], ['curl', 'The command line tool itself'], ['deprecated', 'Legacy'], ['dns', 'Names and resolving'], ['file', 'FILE protocol'], ['ftp', 'FTP protocol'],
  ['global', 'Global options'], ['http', 'HTTP and HTTPS protocol'], ['imap', 'IMAP protocol'], ['ldap', 'LDAP protocol'], ['output', 'Filesystem output'], ['pop3', 'POP3 protocol'], ['post', 'HTTP POST specific'], ['proxy', 'Options for proxies'],
  ['scp', 'SCP protocol'], ['sftp', 'SFTP protocol'], ['smtp', 'SMTP protocol'], ['ssh', 'SSH protocol'], ['telnet', 'TELNET protocol'], ['tftp', 'TFTP protocol'], ['timeout', 'Timeouts and delays'], ['tls', 'TLS/SSL related'], ['upload', 'Upload, sending data'], ['verbose', 'Tracing, logging etc'],
];

/** The version of libcurl with those of the libraries that Debian builds it with. */
export const libcurlVersion = 'libcurl/8.14.1 OpenSSL/3.5.9 zlib/1.3.1 brotli/1.1.0 zstd/1.5.7 libidn2/2.3.8 libpsl/0.21.2 libssh2/1.11.1 nghttp2/1.64.0 nghttp3/1.8.0 librtmp/2.3 OpenLDAP/2.6.10';

/** What --version prints. */
export const versionText = `curl 8.14.1 (x86_64-pc-linux-gnu) ${libcurlVersion}
Release-Date: 2025-06-04, security patched: 8.14.1-2+deb13u7
Protocols: dict file ftp ftps gopher gophers http https imap imaps ipfs ipns ldap ldaps mqtt pop3 pop3s rtmp rtsp scp sftp smb smbs smtp smtps telnet tftp ws wss
Features: alt-svc AsynchDNS brotli GSS-API HSTS HTTP2 HTTP3 HTTPS-proxy IDN IPv6 Kerberos Largefile libz NTLM PSL SPNEGO SSL threadsafe TLS-SRP UnixSockets zstd
`;

/** What --help prints on standard output, or on standard error. */
export function helpText(subject: string | undefined, columns: number): { out?: string; err?: string } {
  if (subject === undefined || subject === '') {
    return {
      out: `Usage: curl [options...] <url>\n${optionLines((option) => option.categories.includes('important'), columns)}
This is not the full help; this menu is split into categories.
Use "--help category" to get an overview of all categories, which are:
${categoryList(columns)}Use "--help all" to list all options
Use "--help [option]" to view documentation for a given option
`,
    };
  }
  const wanted = subject.toLowerCase();
  if (wanted === 'all') return { out: optionLines(() => true, columns) };
  if (wanted === 'category') return { out: categoryLines() };
  if (subject.startsWith('-')) {
    const option = optionNamed(subject);
    return option ? { out: documentation(option) } : { err: 'Incorrect option name to show help for, see curl -h\n' };
  }
  const found = categories.find(([name]) => name === wanted);
  if (!found) return { out: `Unknown category provided, here is a list of all categories:\n\n${categoryLines()}` };
  return { out: `${found[0]}: ${found[1]}\n${optionLines((option) => option.categories.includes(found[0]), columns)}` };
}

function optionNamed(text: string): CurlOption | undefined {
  if (!text.startsWith('--')) return text.length === 2 ? optionOfLetter(text.slice(1)) : undefined;
  const option = curlOptions.get(text.slice(2).replace(/^no-/, ''));
  return text.startsWith('--no-') && option?.kind !== 'bool' ? undefined : option;
}

/** The manual is not here; its first line is, and what the option does. */
function documentation(option: CurlOption): string {
  return `    ${heading(option).trim()}\n\t    ${option.help}.\n`;
}

function heading({ letter, name, negated, argument }: CurlOption): string {
  return `${letter === '' ? '    ' : `-${letter}, `}--${negated ? 'no-' : ''}${name}${argument === '' ? '' : ` ${argument}`}`;
}

/** Options with what they do, in two columns; a long line moves to the left as far as it must. */
function optionLines(wanted: (option: CurlOption) => boolean, columns: number): string {
  const rows = [...curlOptions.values()].filter((option) => option.help !== '' && wanted(option)).map((option) => ({ key: `${option.negated ? 'no-' : ''}${option.name}`, head: heading(option), help: option.help })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const longestHelp = Math.max(5, ...rows.map(({ help }) => help.length));
  let width = Math.max(5, ...rows.map(({ head }) => head.length));
  if (width + longestHelp > columns) width = columns - longestHelp;
  return rows.map(({ head, help }) => {
    const fits = width + help.length < columns - 2;
    return ` ${head.padEnd(fits ? width : help.length < columns - 2 ? columns - 3 - help.length : 0)}  ${help}\n`;
  }).join('');
}

function categoryLines(): string {
  return categories.map(([name, what]) => ` ${name.padEnd(11)} ${what}\n`).join('');
}

function categoryList(columns: number): string {
  let text = '';
  let column = 0;
  categories.forEach(([name], index) => {
    const last = index === categories.length - 1;
    const length = name.length + (last ? 1 : 2);
    if (column + length >= columns) {
      text += '\n';
      column = 0;
    }
    text += last ? `${name}.\n` : `${name}, `;
    column += length;
  });
  return text;
}
