/** Options of openssl-pkeyutl(1). */
export const options = `Usage: pkeyutl [options]

27
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device
-engine_impl	Also use engine given by -engine for crypto operations
-sign	Sign input data with private key
-verify	Verify with public key
-encrypt	Encrypt input data with public key
-decrypt	Decrypt input data with private key
-derive	Derive shared secret from own and peer (EC)DH keys
-decap	Decapsulate shared secret
-encap	Encapsulate shared secret
-config infile	Load a configuration file (this may load modules)

Input options:
-in infile	Input file - default stdin
-inkey val	Input key, by default private key
-pubin	Input key is a public key
-passin val	Input file pass phrase source
-peerkey val	Peer key file used in key derivation
-peerform PEM|DER|ENGINE	Peer key format (DER/PEM/P12/ENGINE)
-certin	Input is a cert with a public key
-rev	Reverse the order of the input buffer
-sigfile infile	Signature file (verify operation only)
-keyform PEM|DER|ENGINE	Private key format (ENGINE, other values ignored)

Output options:
-out outfile	Output file - default stdout
-secret outfile	File to store secret on encapsulation
-asn1parse	parse the output as ASN.1 data to check its DER encoding and print errors
-hexdump	Hex dump output
-verifyrecover	Verify RSA signature, recovering original signature input data

Signing/Derivation/Encapsulation options:
-rawin	Indicate that the signature/verification input data is not yet hashed
-digest val	The digest algorithm to use for signing/verifying raw input data. Implies -rawin
-pkeyopt val	Public key options as opt:value
-pkeyopt_passin val	Public key option that is read as a passphrase argument opt:passphrase
-kdf val	Use KDF algorithm
-kdflen +int	KDF algorithm output length
-kemop val	KEM operation specific to the key algorithm

@random

@provider
`;
