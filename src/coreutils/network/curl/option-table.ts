/** How an option takes its argument: `file` is text that names a file; `none` cannot be reversed with `--no-`. */
export type OptionKind = 'bool' | 'none' | 'text' | 'file';

/** One of curl's options. */
export interface CurlOption {
  /** Without the dashes. */
  name: string;
  /** The short form, or nothing. */
  letter: string;
  kind: OptionKind;
  /** On by default: help shows it as `--no-NAME`, and so does its letter. */
  negated: boolean;
  /** Takes its argument and does nothing. */
  deprecated: boolean;
  categories: readonly string[];
  argument: string;
  /** Empty: not in the help. */
  help: string;
}

/** name, letter, kind, categories, argument, help; with tabs between. */
const table = `
abstract-unix-socket		file	connection	<path>	Connect via abstract Unix domain socket
alpn		bool no	http tls		Disable the ALPN TLS extension
alt-svc		text	http	<filename>	Enable alt-svc with this cache file
anyauth		none	auth http proxy		Pick any authentication method
append	a	bool	ftp sftp		Append to target file when uploading
aws-sigv4		text	auth http	<provider1[:prvdr2[:reg[:srv]]]>	AWS V4 signature auth
basic		bool	auth		HTTP Basic Authentication
buffer	N	bool no	output		Disable buffering of the output stream
ca-native		bool	tls		Load CA certs from the OS
cacert		file	tls	<file>	CA certificate to verify peer against
capath		file	tls	<dir>	CA directory to verify peer against
cert	E	file	tls	<certificate[:password]>	Client certificate file and password
cert-status		bool	tls		Verify server cert status OCSP-staple
cert-type		text	tls	<type>	Certificate type (DER/PEM/ENG/PROV/P12)
ciphers		text	tls	<list>	TLS 1.2 (1.1, 1.0) ciphers to use
clobber		bool no	output		Do not overwrite files that already exist
compressed		bool	http		Request compressed response
compressed-ssh		bool	scp ssh		Enable SSH compression
config	K	file	curl	<file>	Read config from a file
connect-timeout		text	connection timeout	<seconds>	Maximum time allowed to connect
connect-to		text	connection dns	<HOST1:PORT1:HOST2:PORT2>	Connect to host2 instead of host1
continue-at	C	text	connection	<offset>	Resumed transfer offset
cookie	b	text	http	<data|filename>	Send cookies from string/load from file
cookie-jar	c	text	http	<filename>	Save cookies to <filename> after operation
create-dirs		bool	output		Create necessary local directory hierarchy
create-file-mode		text	file scp sftp upload	<mode>	File mode for created files
crlf		bool	ftp smtp		Convert LF to CRLF in upload
crlfile		file	tls	<file>	Certificate Revocation list
curves		text	tls	<list>	(EC) TLS key exchange algorithms to request
data	d	text	important http post upload	<data>	HTTP POST data
data-ascii		text	http post upload	<data>	HTTP POST ASCII data
data-binary		text	http post upload	<data>	HTTP POST binary data
data-raw		text	http post upload	<data>	HTTP POST data, '@' allowed
data-urlencode		text	http post upload	<data>	HTTP POST data URL encoded
delegation		text	auth	<LEVEL>	GSS-API delegation permission
digest		bool	auth http proxy		HTTP Digest Authentication
disable	q	bool	curl		Disable .curlrc
disable-eprt		bool	ftp		Inhibit using EPRT or LPRT
disable-epsv		bool	ftp		Inhibit using EPSV
disallow-username-in-url		bool	curl		Disallow username in URL
dns-interface		text	dns	<interface>	Interface to use for DNS requests
dns-ipv4-addr		text	dns	<address>	IPv4 address to use for DNS requests
dns-ipv6-addr		text	dns	<address>	IPv6 address to use for DNS requests
dns-servers		text	dns	<addresses>	DNS server addrs to use
doh-cert-status		bool	dns tls		Verify DoH server cert status OCSP-staple
doh-insecure		bool	dns tls		Allow insecure DoH server connections
doh-url		text	dns	<URL>	Resolve hostnames over DoH
dump-ca-embed		none	http proxy tls		Write the embedded CA bundle to standard output
dump-header	D	file	ftp http	<filename>	Write the received headers to <filename>
ech		text	tls	<config>	Configure ECH
egd-file		text deprecated	deprecated	<file>	EGD socket path for random data
engine		text	tls	<name>	Crypto engine to use
eprt		bool			
epsv		bool			
etag-compare		file	http	<file>	Load ETag from file
etag-save		file	http	<file>	Parse incoming ETag and save to a file
expect100-timeout		text	http timeout	<seconds>	How long to wait for 100-continue
fail	f	bool	important http		Fail fast with no output on HTTP errors
fail-early		bool	curl global		Fail on first transfer error
fail-with-body		bool	http output		Fail on HTTP errors but save the body
false-start		bool	tls		Enable TLS False Start
form	F	text	http imap post smtp upload	<name=content>	Specify multipart MIME data
form-escape		bool	http post upload		Escape form fields using backslash
form-string		text	http imap post smtp upload	<name=string>	Specify multipart MIME data
ftp-account		text	auth ftp	<data>	Account data string
ftp-alternative-to-user		text	ftp	<command>	String to replace USER [name]
ftp-create-dirs		bool	ftp sftp		Create the remote dirs if not present
ftp-method		text	ftp	<method>	Control CWD usage
ftp-pasv		bool	ftp		Send PASV/EPSV instead of PORT
ftp-port	P	text	ftp	<address>	Send PORT instead of PASV
ftp-pret		bool	ftp		Send PRET before PASV
ftp-skip-pasv-ip		bool	ftp		Skip the IP address for PASV
ftp-ssl		bool			
ftp-ssl-ccc		bool	ftp tls		Send CCC after authenticating
ftp-ssl-ccc-mode		text	ftp tls	<active/passive>	Set CCC mode
ftp-ssl-control		bool	ftp tls		Require TLS for login, clear for transfer
ftp-ssl-reqd		bool			
get	G	bool	http		Put the post data in the URL and use GET
globoff	g	bool	curl		Disable URL globbing with {} and []
happy-eyeballs-timeout-ms		text	connection timeout	<ms>	Time for IPv6 before IPv4
haproxy-clientip		text	http proxy	<ip>	Set address in HAProxy PROXY
haproxy-protocol		bool	http proxy		Send HAProxy PROXY protocol v1 header
head	I	bool	file ftp http		Show document info only
header	H	text	http imap smtp	<header/@file>	Pass custom header(s) to server
help	h	text	important curl	<subject>	Get help for commands
hostpubmd5		text	scp sftp ssh	<md5>	Acceptable MD5 hash of host public key
hostpubsha256		text	scp sftp ssh	<sha256>	Acceptable SHA256 hash of host public key
hsts		text	http	<filename>	Enable HSTS with this cache file
http0.9		bool	http		Allow HTTP/0.9 responses
http1.0	0	none	http		Use HTTP/1.0
http1.1		none	http		Use HTTP/1.1
http2		none	http		Use HTTP/2
http2-prior-knowledge		none	http		Use HTTP/2 without HTTP/1.1 Upgrade
http3		none	http		Use HTTP/3
http3-only		none	http		Use HTTP/3 only
ignore-content-length		bool	ftp http		Ignore the size of the remote resource
include		bool			
insecure	k	bool	scp sftp ssh tls		Allow insecure server connections
interface		text	connection	<name>	Use network interface
ip-tos		text	connection	<string>	Set IP Type of Service or Traffic Class
ipfs-gateway		text	curl	<URL>	Gateway for IPFS
ipv4	4	none	connection dns		Resolve names to IPv4 addresses
ipv6	6	none	connection dns		Resolve names to IPv6 addresses
json		text	http post upload	<data>	HTTP POST JSON
junk-session-cookies	j	bool	http		Ignore session cookies read from file
keepalive		bool no	connection		Disable TCP keepalive on the connection
keepalive-cnt		text	connection	<integer>	Maximum number of keepalive probes
keepalive-time		text	connection timeout	<seconds>	Interval time for keepalive probes
key		file	ssh tls	<key>	Private key filename
key-type		text	tls	<type>	Private key file type (DER/PEM/ENG)
krb		text	ftp	<level>	Enable Kerberos with security <level>
krb4		text			
libcurl		text	curl global	<file>	Generate libcurl code for this command line
limit-rate		text	connection	<speed>	Limit transfer speed to RATE
list-only	l	bool	file ftp pop3 sftp		List only mode
local-port		text	connection	<range>	Use a local port number within RANGE
location	L	bool	http		Follow redirects
location-trusted		bool	auth http		As --location, but send secrets to other hosts
login-options		text	auth imap ldap pop3 smtp	<options>	Server login options
mail-auth		text	smtp	<address>	Originator address of the original email
mail-from		text	smtp	<address>	Mail from this address
mail-rcpt		text	smtp	<address>	Mail to this address
mail-rcpt-allowfails		bool	smtp		Allow RCPT TO command to fail
manual	M	bool	curl		Display the full manual
max-filesize		text	connection	<bytes>	Maximum file size to download
max-redirs		text	http	<num>	Maximum number of redirects allowed
max-time	m	text	connection timeout	<seconds>	Maximum time allowed for transfer
metalink		bool deprecated	deprecated		Process given URLs as metalink XML file
mptcp		bool	connection		Enable Multipath TCP
negotiate		bool	auth http		Use HTTP Negotiate (SPNEGO) authentication
netrc	n	bool	auth		Must read .netrc for username and password
netrc-file		file	auth	<filename>	Specify FILE for netrc
netrc-optional		bool	auth		Use either .netrc or URL
next	:	none	curl		Make next URL use separate options
noproxy		text	proxy	<no-proxy-list>	List of hosts which do not use proxy
npn		bool no deprecated	deprecated		Disable the NPN TLS extension
ntlm		bool	auth http		HTTP NTLM authentication
ntlm-wb		bool deprecated	deprecated		HTTP NTLM authentication with winbind
oauth2-bearer		text	auth imap ldap pop3 smtp	<token>	OAuth 2 Bearer Token
output	o	file	important output	<file>	Write to file instead of stdout
output-dir		text	output	<dir>	Directory to save files in
parallel	Z	bool	connection curl global		Perform transfers in parallel
parallel-immediate		bool	connection curl global		Do not wait for multiplexing
parallel-max		text	connection curl global	<num>	Maximum concurrency for parallel transfers
pass		text	auth ssh tls	<phrase>	Passphrase for the private key
path-as-is		bool	curl		Do not squash .. sequences in URL path
pinnedpubkey		text	tls	<hashes>	Public key to verify peer against
post301		bool	http post		Do not switch to GET after a 301 redirect
post302		bool	http post		Do not switch to GET after a 302 redirect
post303		bool	http post		Do not switch to GET after a 303 redirect
preproxy		text	proxy	<[protocol://]host[:port]>	Use this proxy first
progress-bar	#	bool	global verbose		Display transfer progress as a bar
progress-meter		bool no	verbose		Do not show the progress meter
proto		text	connection curl	<protocols>	Enable/disable PROTOCOLS
proto-default		text	connection curl	<protocol>	Use PROTOCOL for any URL missing a scheme
proto-redir		text	connection curl	<protocols>	Enable/disable PROTOCOLS on redirect
proxy	x	text	proxy	<[protocol://]host[:port]>	Use this proxy
proxy-anyauth		bool	auth proxy		Pick any proxy authentication method
proxy-basic		bool	auth proxy		Use Basic authentication on the proxy
proxy-ca-native		bool	tls		Load CA certs from the OS to verify proxy
proxy-cacert		file	proxy tls	<file>	CA certificates to verify proxy against
proxy-capath		file	proxy tls	<dir>	CA directory to verify proxy against
proxy-cert		file	proxy tls	<cert[:passwd]>	Set client certificate for proxy
proxy-cert-type		text	proxy tls	<type>	Client certificate type for HTTPS proxy
proxy-ciphers		text	proxy tls	<list>	TLS 1.2 (1.1, 1.0) ciphers to use for proxy
proxy-crlfile		file	proxy tls	<file>	Set a CRL list for proxy
proxy-digest		bool	proxy tls		Digest auth with the proxy
proxy-header		text	proxy	<header/@file>	Pass custom header(s) to proxy
proxy-http2		bool	http proxy		Use HTTP/2 with HTTPS proxy
proxy-insecure		bool	proxy tls		Skip HTTPS proxy cert verification
proxy-key		file	proxy tls	<key>	Private key for HTTPS proxy
proxy-key-type		text	proxy tls	<type>	Private key file type for proxy
proxy-negotiate		bool	auth proxy		HTTP Negotiate (SPNEGO) auth with the proxy
proxy-ntlm		bool	auth proxy		NTLM authentication with the proxy
proxy-pass		text	auth proxy tls	<phrase>	Passphrase for private key for HTTPS proxy
proxy-pinnedpubkey		text	proxy tls	<hashes>	FILE/HASHES public key to verify proxy with
proxy-service-name		text	proxy tls	<name>	SPNEGO proxy service name
proxy-ssl-allow-beast		bool	proxy tls		Allow this security flaw for HTTPS proxy
proxy-ssl-auto-client-cert		bool	proxy tls		Auto client certificate for proxy
proxy-tls13-ciphers		text	proxy tls	<list>	TLS 1.3 proxy cipher suites
proxy-tlsauthtype		text	auth proxy tls	<type>	TLS authentication type for HTTPS proxy
proxy-tlspassword		text	auth proxy tls	<string>	TLS password for HTTPS proxy
proxy-tlsuser		text	auth proxy tls	<name>	TLS username for HTTPS proxy
proxy-tlsv1		none	auth proxy tls		TLSv1 for HTTPS proxy
proxy-user	U	text	auth proxy	<user:password>	Proxy user and password
proxy1.0		text	proxy	<host[:port]>	Use HTTP/1.0 proxy on given port
proxytunnel	p	bool	proxy		HTTP proxy tunnel (using CONNECT)
pubkey		text	auth scp sftp ssh	<key>	SSH Public key filename
quote	Q	text	ftp sftp	<command>	Send command(s) to server before transfer
random-file		file deprecated	deprecated	<file>	File for reading random data from
range	r	text	file ftp http sftp	<range>	Retrieve only the bytes within RANGE
rate		text	connection global	<max request rate>	Request rate for serial transfers
raw		bool	http		Do HTTP raw; no transfer decoding
referer	e	text	http	<URL>	Referrer URL
remote-header-name	J	bool	output		Use the header-provided filename
remote-name	O	bool	important output		Write output to file named as remote file
remote-name-all		bool	output		Use the remote filename for all URLs
remote-time	R	bool	output		Set remote file's time on local output
remove-on-error		bool	output		Remove output file on errors
request	X	text	connection ftp imap pop3 smtp	<method>	Specify request method to use
request-target		text	http	<path>	Specify the target for this request
resolve		text	connection dns	<[+]host:port:addr[,addr]...>	Resolve host+port to address
retry		text	curl	<num>	Retry request if transient problems occur
retry-all-errors		bool	curl		Retry all errors (with --retry)
retry-connrefused		bool	curl		Retry on connection refused (with --retry)
retry-delay		text	curl timeout	<seconds>	Wait time between retries
retry-max-time		text	curl timeout	<seconds>	Retry only within this period
sasl-authzid		text	auth	<identity>	Identity for SASL PLAIN authentication
sasl-ir		bool	auth		Initial response in SASL authentication
service-name		text	auth	<name>	SPNEGO service name
sessionid		bool no	tls		Disable SSL session-ID reusing
show-error	S	bool	curl global		Show error even when -s is used
show-headers	i	bool	important output verbose		Show response headers in output
sigalgs		text	tls	<list>	TLS signature algorithms to use
silent	s	bool	important verbose		Silent mode
skip-existing		bool	curl output		Skip download if local file already exists
socks4		text	proxy	<host[:port]>	SOCKS4 proxy on given host + port
socks4a		text	proxy	<host[:port]>	SOCKS4a proxy on given host + port
socks5		text	proxy	<host[:port]>	SOCKS5 proxy on given host + port
socks5-basic		bool	auth proxy		Username/password auth for SOCKS5 proxies
socks5-gssapi		bool	auth proxy		Enable GSS-API auth for SOCKS5 proxies
socks5-gssapi-nec		bool	auth proxy		Compatibility with NEC SOCKS5 server
socks5-gssapi-service		text	auth proxy	<name>	SOCKS5 proxy service name for GSS-API
socks5-hostname		text	proxy	<host[:port]>	SOCKS5 proxy, pass hostname to proxy
speed-limit	Y	text	connection	<speed>	Stop transfers slower than this
speed-time	y	text	connection timeout	<seconds>	Trigger 'speed-limit' abort after this time
ssl		bool	imap ldap pop3 smtp tls		Try enabling TLS
ssl-allow-beast		bool	tls		Allow security flaw to improve interop
ssl-auto-client-cert		bool	tls		Use auto client certificate (Schannel)
ssl-no-revoke		bool	tls		Disable cert revocation checks (Schannel)
ssl-reqd		bool	imap ldap pop3 smtp tls		Require SSL/TLS
ssl-revoke-best-effort		bool	tls		Ignore missing cert CRL dist points
ssl-sessions		file	tls	<filename>	Load/save SSL session tickets from/to this file
sslv2	2	none deprecated	deprecated		SSLv2
sslv3	3	none deprecated	deprecated		SSLv3
stderr		file	global verbose	<file>	Where to redirect stderr
styled-output		bool	global verbose		Enable styled output for HTTP headers
suppress-connect-headers		bool	proxy		Suppress proxy CONNECT response headers
tcp-fastopen		bool	connection		Use TCP Fast Open
tcp-nodelay		bool	connection		Set TCP_NODELAY
telnet-option	t	text	telnet	<opt=val>	Set telnet option
tftp-blksize		text	tftp	<value>	Set TFTP BLKSIZE option
tftp-no-options		bool	tftp		Do not send any TFTP options
time-cond	z	text	ftp http	<time>	Transfer based on a time condition
tls-earlydata		bool	tls		Allow use of TLSv1.3 early data (0RTT)
tls-max		text	tls	<VERSION>	Maximum allowed TLS version
tls13-ciphers		text	tls	<list>	TLS 1.3 cipher suites to use
tlsauthtype		text	auth tls	<type>	TLS authentication type
tlspassword		text	auth tls	<string>	TLS password
tlsuser		text	auth tls	<name>	TLS username
tlsv1	1	none	tls		TLSv1.0 or greater
tlsv1.0		none	tls		TLSv1.0 or greater
tlsv1.1		none	tls		TLSv1.1 or greater
tlsv1.2		none	tls		TLSv1.2 or greater
tlsv1.3		none	tls		TLSv1.3 or greater
tr-encoding		bool	http		Request compressed transfer encoding
trace		file	global verbose	<file>	Write a debug trace to FILE
trace-ascii		file	global verbose	<file>	Like --trace, but without hex output
trace-config		text	global verbose	<string>	Details to log in trace/verbose output
trace-ids		bool	global verbose		Transfer + connection ids in verbose output
trace-time		bool	global verbose		Add time stamps to trace/verbose output
unix-socket		file	connection	<path>	Connect through this Unix domain socket
upload-file	T	file	important upload	<file>	Transfer local FILE to destination
upload-flags		text	curl output	<flags>	IMAP upload behavior
url		text	curl	<url/file>	URL(s) to work with
url-query		text	http post upload	<data>	Add a URL query part
use-ascii	B	bool	ftp ldap output		Use ASCII/text transfer
user	u	text	important auth	<user:password>	Server user and password
user-agent	A	text	important http	<name>	Send User-Agent <name> to server
variable		text	curl	<[%]name=text/@file>	Set variable
verbose	v	bool	important global verbose		Make the operation more talkative
version	V	bool	important curl		Show version number and quit
vlan-priority		text	connection	<priority>	Set VLAN priority
write-out	w	text	verbose	<format>	Output FORMAT after completion
xattr		bool	output		Store metadata in extended file attributes
`;

/** All of curl 8.14's options, by name. */
export const curlOptions: ReadonlyMap<string, CurlOption> = new Map(table.slice(1, -1).split('\n').map((row): [string, CurlOption] => {
  const [name = '', letter = '', kinds = '', categories = '', argument = '', help = ''] = row.split('\t');
  const [kind = 'bool'] = kinds.split(' ');
  return [name, { name, letter, kind: kind as OptionKind, negated: / no\b/.test(kinds), deprecated: kinds.endsWith(' deprecated'), categories: categories.split(' '), argument, help }];
}));

const byLetter = new Map([...curlOptions.values()].filter(({ letter }) => letter !== '').map((option) => [option.letter, option]));

/** The option of a letter. */
export function optionOfLetter(letter: string): CurlOption | undefined {
  return byLetter.get(letter);
}
