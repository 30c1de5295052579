/** Options of openssl-ocsp(1). */
export const options = `Usage: ocsp [options]

25
General options:
-help	Display this summary
-ignore_err	Ignore error on OCSP request or response and continue running
-CAfile infile	Trusted certificates file
-CApath infile	Trusted certificates directory
-CAstore uri	Trusted certificates store URI
-no-CAfile	Do not load the default certificates file
-no-CApath	Do not load certificates from the default certificates directory
-no-CAstore	Do not load certificates from the default certificates store

Responder options:
-timeout +int	Connection timeout (in seconds) to the OCSP responder
-resp_no_certs	Don't include any certificates in response
-multi +int	run multiple responder processes
-no_certs	Don't include any certificates in signed request
-badsig	Corrupt last byte of loaded OCSP response signature (for test)
-CA infile	CA certificates
-nmin +int	Number of minutes before next update
-nrequest +int	Number of requests to accept (default unlimited)
-reqin val	File with the DER-encoded request
-signer infile	Certificate to sign OCSP request with
-sign_other infile	Additional certificates to include in signed request
-index infile	Certificate status index file
-ndays +int	Number of days before next update
-rsigner infile	Responder certificate to sign responses with
-rkey infile	Responder key to sign responses with
-passin val	Responder key pass phrase source
-rother infile	Other certificates to include in response
-rmd val	Digest Algorithm to use in signature of OCSP response
-rsigopt val	OCSP response signature parameter in n:v form
-header val	key=value header to add
-rcid val	Use specified algorithm for cert id in response
-*	Any supported digest algorithm (sha1,sha256, ... )

Client options:
-url val	Responder URL
-host val	TCP/IP hostname:port to connect to
-port nonneg	Port to run responder on
-path val	Path to use in OCSP request
-proxy val	[http[s]://]host[:port][/path] of HTTP(S) proxy to use; path is ignored
-no_proxy val	List of addresses of servers not to use HTTP(S) proxy for
	Default from environment variable 'no_proxy', else 'NO_PROXY', else none
-out outfile	Output filename
-noverify	Don't verify response at all
-nonce	Add OCSP nonce to request
-no_nonce	Don't add OCSP nonce to request
-no_signature_verify	Don't check signature on response
-resp_key_id	Identify response by signing certificate key ID
-no_cert_verify	Don't check signing certificate
-text	Print text form of request and response
-req_text	Print text form of request
-resp_text	Print text form of response
-no_chain	Don't chain verify response
-no_cert_checks	Don't do additional checks on signing certificate
-no_explicit	Do not explicitly check the chain, just verify the root
-trust_other	Don't verify additional certificates
-no_intern	Don't search certificates contained in response for signer
-respin val	File with the DER-encoded response
-VAfile infile	Validator certificates file
-verify_other infile	Additional certificates to search for signer
-cert infile	Certificate to check; may be given multiple times
-serial val	Serial number to check; may be given multiple times
-validity_period ulong	Maximum validity discrepancy in seconds
-signkey val	Private key to sign OCSP request with
-reqout val	Output file for the DER-encoded request
-respout val	Output file for the DER-encoded response
-issuer infile	Issuer certificate
-status_age +int	Maximum status age in seconds

@validation

@provider
`;
