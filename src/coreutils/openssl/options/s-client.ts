/** Options of openssl-s_client(1). */
export const options = `Usage: s_client [options] [host:port]

28
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device
-ssl_client_engine val	Specify engine to be used for client certificate operations
-ssl_config val	Use specified section for SSL_CTX configuration
-ct	Request and parse SCTs (also enables OCSP stapling)
-noct	Do not request or parse SCTs (default)
-ctlogfile infile	CT log list CONF file

Network options:
-host val	Use -connect instead
-port +int	Use -connect instead
-connect val	TCP/IP where to connect; default: 4433)
-bind val	bind local address for connection
-proxy val	Connect to via specified proxy to the real server
-proxy_user val	UserID for proxy authentication
-proxy_pass val	Proxy authentication password source
-unix val	Connect over the specified Unix-domain socket
-4	Use IPv4 only
-6	Use IPv6 only
-maxfraglen +int	Enable Maximum Fragment Length Negotiation (len values: 512, 1024, 2048 and 4096)
-max_send_frag +int	Maximum Size of send frames 
-split_send_frag +int	Size used to split data for encrypt pipelines
-max_pipelines +int	Maximum number of encrypt/decrypt pipelines to be used
-read_buf +int	Default read buffer size to be used for connections
-fallback_scsv	Send the fallback SCSV

Identity options:
-cert infile	Client certificate file to use
-certform PEM|DER	Client certificate file format (PEM/DER/P12); has no effect
-cert_chain infile	Client certificate chain file (in PEM format)
-build_chain	Build client certificate chain
-key val	Private key file to use; default: -cert file
-keyform PEM|DER|ENGINE	Key format (ENGINE, other values ignored)
-pass val	Private key and cert file pass phrase source
-verify +int	Turn on peer certificate verification
-nameopt val	Certificate subject/issuer name printing options
-CApath dir	PEM format directory of CA's
-CAfile infile	PEM format file of CA's
-CAstore uri	URI to store of CA's
-no-CAfile	Do not load the default certificates file
-no-CApath	Do not load certificates from the default certificates directory
-no-CAstore	Do not load certificates from the default certificates store
-requestCAfile infile	PEM format file of CA names to send to the server
-tfo	Connect using TCP Fast Open
-dane_tlsa_domain val	DANE TLSA base domain
-dane_tlsa_rrdata val	DANE TLSA rrdata presentation form
-dane_ee_no_namechecks	Disable name checks when matching DANE-EE(3) TLSA records
-psk_identity val	PSK identity
-psk val	PSK in hex (without 0x)
-psk_session infile	File to read PSK SSL session from
-name val	Hostname to use for "-starttls lmtp", "-starttls smtp" or "-starttls xmpp[-server]"

Session options:
-reconnect	Drop and re-make the connection with the same Session-ID
-sess_out outfile	File to write SSL session to
-sess_in infile	File to read SSL session from

Input/Output options:
-crlf	Convert LF from terminal into CRLF
-quiet	No s_client output
-ign_eof	Ignore input eof (default when -quiet)
-no_ign_eof	Don't ignore input eof
-starttls val	Use the appropriate STARTTLS command before starting TLS
-xmpphost val	Alias of -name option for "-starttls xmpp[-server]"
-brief	Restrict output to brief summary of connection parameters
-prexit	Print session information when the program exits
-no-interactive	Don't run the client in the interactive mode

Debug options:
-showcerts	Show all certificates sent by the server
-debug	Extra output
-msg	Show protocol messages
-msgfile outfile	File to send output of -msg or -trace, instead of stdout
-nbio_test	More ssl protocol testing
-state	Print the ssl states
-keymatexport val	Export keying material using label
-keymatexportlen +int	Export len bytes of keying material; default 20
-security_debug	Enable security debug messages
-security_debug_verbose	Output more security debug output
-trace	Show trace output of protocol messages
-keylogfile outfile	Write TLS secrets to file
-nocommands	Do not use interactive command letters
-adv	Advanced command mode
-servername val	Set TLS extension servername (SNI) in ClientHello (default)
-noservername	Do not send the server name (SNI) extension in the ClientHello
-tlsextdebug	Hex dump of all TLS extensions received
-ignore_unexpected_eof	Do not treat lack of close_notify from a peer as an error
-status	Request certificate status from server
-serverinfo val	types  Send empty ClientHello extensions (comma-separated numbers)
-alpn val	Enable ALPN extension, considering named protocols supported (comma-separated list)
-async	Support asynchronous operation
-nbio	Use non-blocking IO

Protocol and version options:
-tls1	Just use TLSv1
-tls1_1	Just use TLSv1.1
-tls1_2	Just use TLSv1.2
-tls1_3	Just use TLSv1.3
-dtls	Use any version of DTLS
-quic	Use QUIC
-timeout	Enable send/receive timeout on DTLS connections
-mtu +int	Set the link layer MTU
-dtls1	Just use DTLSv1
-dtls1_2	Just use DTLSv1.2
-nextprotoneg val	Enable NPN extension, considering named protocols supported (comma-separated list)
-early_data infile	File to send as early data
-enable_pha	Enable post-handshake-authentication
-enable_server_rpk	Enable raw public keys (RFC7250) from the server
-enable_client_rpk	Enable raw public keys (RFC7250) from the client
-use_srtp val	Offer SRTP key management with a colon-separated profile list
-srpuser val	(deprecated) SRP authentication for 'user'
-srppass val	(deprecated) Password for 'user'
-srp_lateuser	(deprecated) SRP username into second ClientHello message
-srp_moregroups	(deprecated) Tolerate other than the known g N values.
-srp_strength +int	(deprecated) Minimal length in bits for N
-ktls	Enable Kernel TLS for sending and receiving

@random

@tls

@validation
-CRL infile	CRL file to use
-crl_download	Download CRL from distribution points
-CRLform PEM|DER	CRL format (PEM or DER); default PEM
-verify_return_error	Close connection on verification error
-verify_quiet	Restrict verify output to errors
-chainCAfile infile	CA file for certificate chain (PEM format)
-chainCApath dir	Use dir as certificate store path to build CA certificate chain
-chainCAstore uri	CA store URI for certificate chain
-verifyCAfile infile	CA file for certificate verification (PEM format)
-verifyCApath dir	Use dir as certificate store path to verify CA certificate
-verifyCAstore uri	CA store URI for certificate verification

Extended certificate options:
-xkey infile	key for Extended certificates
-xcert infile	cert for Extended certificates
-xchain infile	chain for Extended certificates
-xchain_build	build certificate chain for the extended certificates
-xcertform PEM|DER	format of Extended certificate (PEM/DER/P12); has no effect
-xkeyform PEM|DER	format of Extended certificate's key (DER/PEM/P12); has no effect

@provider

Parameters:
host:port	Where to connect; same as -connect option
`;
