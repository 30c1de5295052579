import type { Arguments, OptionTable } from '../../program/index.ts';

/** Options that do something here. */
const known = {
  version: '-V --version', help: '-h --help', background: '-b --background', execute: '-e --execute=', output: '-o --output-file=', append: '-a --append-output=', debug: '-d --debug', quiet: '-q --quiet', verbose: '-v --verbose', nonVerbose: '--no-verbose', letters: '-n=', input: '-i --input-file=', base: '-B --base=',
  tries: '-t --tries=', retryRefused: '--retry-connrefused', document: '-O --output-document=', noClobber: '--no-clobber', continue_: '-c --continue', progress: '--progress=', showProgress: '--show-progress', timestamping: '-N --timestamping', noIfModified: '--no-if-modified-since', noServerTimes: '--no-use-server-timestamps', server: '-S --server-response', spider: '--spider',
  timeout: '-T --timeout=', connectTimeout: '--connect-timeout=', readTimeout: '--read-timeout=', dnsTimeout: '--dns-timeout=', wait: '-w --wait=', waitRetry: '--waitretry=', user: '--user=', password: '--password=', httpUser: '--http-user=', httpPassword: '--http-password=', askPassword: '--ask-password',
  noDirectories: '--no-directories', force: '-x --force-directories', noHostDirectories: '--no-host-directories', protocolDirectories: '--protocol-directories', prefix: '-P --directory-prefix=', cutDirectories: '--cut-dirs=', defaultPage: '--default-page=', noCache: '--no-cache', header: '--header=', maxRedirect: '--max-redirect=', referer: '--referer=', saveHeaders: '--save-headers', agent: '-U --user-agent=',
  noKeepAlive: '--no-http-keep-alive', postData: '--post-data=', postFile: '--post-file=', method: '--method=', bodyData: '--body-data=', bodyFile: '--body-file=', disposition: '--content-disposition', adjust: '-E --adjust-extension', contentOnError: '--content-on-error', noChallenge: '--auth-no-challenge', compression: '--compression=', noCheck: '--no-check-certificate', certificate: '--certificate=', privateKey: '--private-key=', authority: '--ca-certificate=',
} as const;

/** Options without an effect here: there is no proxy, no cookie jar, no quota, and a line is as fast as it is. */
const ignored = '--no-config --config= --no-netrc --no-dns-cache --random-wait --no-proxy -Q --quota= --bind-address= --limit-rate= --restrict-file-names= --ignore-case -4 --inet4-only -6 --inet6-only --prefer-family= --no-iri --no-hsts --hsts-file= --no-cookies --load-cookies= --save-cookies= --keep-session-cookies --secure-protocol= --https-only --ciphers= --pinnedpubkey= --certificate-type= --private-key-type= --ca-directory= --crl-file= --xattr --no-xattr --report-speed= --ignore-length --trust-server-names --retry-on-host-error --retry-on-http-error= --unlink --no-warc-compression';

/** Options that are not here, and say so: everything that follows links, and other protocols. */
const missing = '-r --recursive -l --level= --delete-after -k --convert-links -K --backup-converted -m --mirror -p --page-requisites --strict-comments -A --accept= -R --reject= --accept-regex= --reject-regex= -D --domains= --exclude-domains= --follow-ftp --follow-tags= --ignore-tags= -H --span-hosts -L --relative -I --include-directories= -X --exclude-directories= --no-parent -F --force-html --start-pos= --warc-file= --ftp-user= --ftp-password= --no-passive-ftp';

const keysOf = (words: string, prefix: string): OptionTable => Object.fromEntries(words.split(' ').map((word) => [`${prefix}${word.replace(/=$/, '')}`, word === '-Q' || /^-[lARDIX]$/.test(word) ? `${word}=` : word]));

export type WgetKey = keyof typeof known;
export type WgetArguments = Arguments<WgetKey>;

/** All options of wget 1.25. */
export const options: OptionTable = { ...known, ...keysOf(ignored, 'ignored'), ...keysOf(missing, 'missing') };

/** The first option given that is not here. */
export function missingOption(args: WgetArguments): string | undefined {
  for (const { key } of args.ordered) if (key.startsWith('missing')) return key.slice('missing'.length);
  return undefined;
}
