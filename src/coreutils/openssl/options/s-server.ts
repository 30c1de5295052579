/** Options of openssl-s_server(1). */
export const options = `Usage: s_server [options]

28
General options:
-help	Display this summary
-ssl_config val	Configure SSL_CTX using the given configuration value
-trace	trace protocol messages
-engine val	Use engine, possibly a hardware device

Network options:
-port +int	TCP/IP port to listen on for connections (default is 4433)
-accept val	TCP/IP optional host and port to listen on for connections (default is *:4433)
-unix val	Unix domain socket to accept on
-unlink	For -unix, unlink existing socket first
-4	Use IPv4 only
-6	Use IPv6 only
-tfo	Listen for TCP Fast Open connections

Identity options:
-context val	Set session ID context
-CAfile infile	PEM format file of CA's
-CApath dir	PEM format directory of CA's
-CAstore uri	URI to store of CA's
-no-CAfile	Do not load the default certificates file
-no-CApath	Do not load certificates from the default certificates directory
-no-CAstore	Do not load certificates from the default certificates store URI
-nocert	Don't use any certificates (Anon-DH)
-verify int	Turn on peer certificate verification
-Verify int	Turn on peer certificate verification, must have a cert
-nameopt val	Certificate subject/issuer name printing options
-cert infile	Server certificate file to use; default server.pem
-cert2 infile	Certificate file to use for servername; default server2.pem
-certform PEM|DER	Server certificate file format (PEM/DER/P12); has no effect
-cert_chain infile	Server certificate chain file in PEM format
-build_chain	Build server certificate chain
-serverinfo val	PEM serverinfo file for certificate
-key val	Private key file to use; default is -cert file or elseserver.pem
-key2 infile	-Private Key file to use for servername if not in -cert2
-keyform format	Key format (ENGINE, other values ignored)
-pass val	Private key and cert file pass phrase source
-dcert infile	Second server certificate file to use (usually for DSA)
-dcertform PEM|DER	Second server certificate file format (PEM/DER/P12); has no effect
-dcert_chain infile	second server certificate chain file in PEM format
-dkey infile	Second private key file to use (usually for DSA)
-dkeyform format	Second key file format (ENGINE, other values ignored)
-dpass val	Second private key and cert file pass phrase source
-dhparam infile	DH parameters file to use
-servername val	Servername for HostName TLS extension
-servername_fatal	On servername mismatch send fatal alert (default warning alert)
-nbio_test	Test with the non-blocking test bio
-crlf	Convert LF from terminal into CRLF
-quiet	No server output
-no_resume_ephemeral	Disable caching and tickets if ephemeral (EC)DH is used
-www	Respond to a 'GET /' with a status page
-WWW	Respond to a 'GET with the file ./path
-ignore_unexpected_eof	Do not treat lack of close_notify from a peer as an error
-tlsextdebug	Hex dump of all TLS extensions received
-HTTP	Like -WWW but ./path includes HTTP headers
-id_prefix val	Generate SSL/TLS session IDs prefixed by arg
-keymatexport val	Export keying material using label
-keymatexportlen +int	Export len bytes of keying material; default 20
-CRL infile	CRL file to use
-CRLform PEM|DER	CRL file format (PEM or DER); default PEM
-crl_download	Download CRLs from distribution points in certificate CDP entries
-chainCAfile infile	CA file for certificate chain (PEM format)
-chainCApath dir	use dir as certificate store path to build CA certificate chain
-chainCAstore uri	use URI as certificate store to build CA certificate chain
-verifyCAfile infile	CA file for certificate verification (PEM format)
-verifyCApath dir	use dir as certificate store path to verify CA certificate
-verifyCAstore uri	use URI as certificate store to verify CA certificate
-no_cache	Disable session cache
-ext_cache	Disable internal cache, set up and use external cache
-verify_return_error	Close connection on verification error
-verify_quiet	No verify output except verify errors
-ign_eof	Ignore input EOF (default when -quiet)
-no_ign_eof	Do not ignore input EOF
-cert_comp	Pre-compress server certificates

OCSP options:
-status	Request certificate status from server
-status_verbose	Print more output in certificate status callback
-status_timeout int	Status request responder timeout
-status_url val	Status request fallback URL
-proxy val	[http[s]://]host[:port][/path] of HTTP(S) proxy to use; path is ignored
-no_proxy val	List of addresses of servers not to use HTTP(S) proxy for
	Default from environment variable 'no_proxy', else 'NO_PROXY', else none
-status_file infile	File containing DER encoded OCSP Response

Debug options:
-security_debug	Print output from SSL/TLS security framework
-security_debug_verbose	Print more output from SSL/TLS security framework
-brief	Restrict output to brief summary of connection parameters
-rev	act as an echo server that sends back received text reversed
-debug	Print more output
-msg	Show protocol messages
-msgfile outfile	File to send output of -msg or -trace, instead of stdout
-state	Print the SSL states
-async	Operate in asynchronous mode
-max_pipelines +int	Maximum number of encrypt/decrypt pipelines to be used
-naccept +int	Terminate after #num connections
-keylogfile outfile	Write TLS secrets to file

Network options:
-nbio	Use non-blocking IO
-timeout	Enable timeouts
-mtu +int	Set link-layer MTU
-read_buf +int	Default read buffer size to be used for connections
-split_send_frag +int	Size used to split data for encrypt pipelines
-max_send_frag +int	Maximum Size of send frames 

Server identity options:
-psk_identity val	PSK identity to expect
-psk_hint val	PSK identity hint to use
-psk val	PSK in hex (without 0x)
-psk_session infile	File to read PSK SSL session from
-srpvfile infile	(deprecated) The verifier file for SRP
-srpuserseed val	(deprecated) A seed string for a default user salt

Protocol and version options:
-max_early_data int	The maximum number of bytes of early data as advertised in tickets
-recv_max_early_data int	The maximum number of bytes of early data (hard limit)
-early_data	Attempt to read early data
-num_tickets int	The number of TLSv1.3 session tickets that a server will automatically issue
-anti_replay	Switch on anti-replay protection (default)
-no_anti_replay	Switch off anti-replay protection
-http_server_binmode	opening files in binary mode when acting as http server (-WWW and -HTTP)
-no_ca_names	Disable TLS Extension CA Names
-stateless	Require TLSv1.3 cookies
-tls1	Just talk TLSv1
-tls1_1	Just talk TLSv1.1
-tls1_2	just talk TLSv1.2
-tls1_3	just talk TLSv1.3
-dtls	Use any DTLS version
-listen	Listen for a DTLS ClientHello with a cookie and then connect
-dtls1	Just talk DTLSv1
-dtls1_2	Just talk DTLSv1.2
-use_srtp val	Offer SRTP key management with a colon-separated profile list
-no_dhe	Disable ephemeral DH
-nextprotoneg val	Set the advertised protocols for the NPN extension (comma-separated list)
-alpn val	Set the advertised protocols for the ALPN extension (comma-separated list)
-ktls	Enable Kernel TLS for sending and receiving
-sendfile	Use sendfile to response file with -WWW
-zerocopy_sendfile	Use zerocopy mode of KTLS sendfile
-enable_server_rpk	Enable raw public keys (RFC7250) from the server
-enable_client_rpk	Enable raw public keys (RFC7250) from the client

@random

@tls

@validation

Extended certificate options:
-xkey infile	key for Extended certificates
-xcert infile	cert for Extended certificates
-xchain infile	chain for Extended certificates
-xchain_build	build certificate chain for the extended certificates
-xcertform PEM|DER	format of Extended certificate (PEM/DER/P12); has no effect
-xkeyform PEM|DER	format of Extended certificate's key (DER/PEM/P12); has no effect

@provider
`;
