/** Options of openssl-smime(1). */
export const options = `Usage: smime [options] [cert...]

23
General options:
-help	Display this summary
-in infile	Input file
-inform parm	Input format SMIME (default), PEM or DER
-out outfile	Output file
-outform parm	Output format SMIME (default), PEM or DER
-inkey val	Input private key (if not signer or recipient)
-keyform format	Input private key format (ENGINE, other values ignored)
-engine val	Use engine, possibly a hardware device
-stream	Enable CMS streaming
-indef	Same as -stream
-noindef	Disable CMS streaming
-config infile	Load a configuration file (this may load modules)

Action options:
-encrypt	Encrypt message
-decrypt	Decrypt encrypted message
-sign	Sign message
-resign	Resign a signed message
-verify	Verify signed message
-pk7out	Output PKCS#7 structure

Signing/Encryption options:
-passin val	Input file pass phrase source
-md val	Digest algorithm to use when signing or resigning
-*	Any supported cipher
-nointern	Don't search certificates in message for signer
-nodetach	Use opaque signing
-noattr	Don't include any signed attributes
-binary	Don't translate message to text
-signer val	Signer certificate file
-content infile	Supply or override content for detached signature
-nocerts	Don't include signers certificate when signing

Verification/Decryption options:
-nosigs	Don't verify message signature
-noverify	Don't verify signers certificate
-certfile infile	Extra signer and intermediate CA certificates to include when signing
	or to use as preferred signer certs and for chain building when verifying
-recip infile	Recipient certificate file for decryption

Email options:
-to val	To address
-from val	From address
-subject val	Subject
-text	Include or delete text MIME headers
-nosmimecap	Omit the SMIMECapabilities attribute

Certificate chain options:
-CApath dir	Trusted certificates directory
-CAfile infile	Trusted certificates file
-CAstore uri	Trusted certificates store URI
-no-CAfile	Do not load the default certificates file
-no-CApath	Do not load certificates from the default certificates directory
-no-CAstore	Do not load certificates from the default certificates store
-nochain	set PKCS7_NOCHAIN so certificates contained in the message are not used as untrusted CAs
-crlfeol	Use CRLF as EOL termination instead of LF only

@random

@validation

@provider

Parameters:
cert	Recipient certs, used when encrypting
`;
