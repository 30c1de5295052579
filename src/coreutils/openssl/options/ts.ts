/** Options of openssl-ts(1). */
export const options = `Usage: ts [options]

23
General options:
-help	Display this summary
-config infile	Configuration file
-section val	Section to use within config file
-engine val	Use engine, possibly a hardware device
-inkey val	File with private key for reply
-signer val	Signer certificate file
-chain infile	File with signer CA chain
-CAfile infile	File with trusted CA certs
-CApath dir	Path to trusted CA files
-CAstore uri	URI to trusted CA store
-untrusted infile	Extra untrusted certs
-token_in	Input is a PKCS#7 file
-token_out	Output is a PKCS#7 file
-passin val	Input file pass phrase source
-*	Any supported digest

Query options:
-query	Generate a TS query
-data infile	File to hash
-digest val	Digest (as a hex string)
-queryfile infile	File containing a TS query
-cert	Put cert request into query
-in infile	Input file

Verify options:
-verify	Verify a TS response
-reply	Generate a TS reply
-tspolicy val	Policy OID to use
-no_nonce	Do not include a nonce
-out outfile	Output file
-text	Output text (not DER)

@random

@validation

@provider

Typical uses:
openssl ts -query [-rand file...] [-config file] [-data file]	
    [-digest hexstring] [-tspolicy oid] [-no_nonce] [-cert]
    [-in file] [-out file] [-text]

openssl ts -reply [-config file] [-section tsa_section]	
    [-queryfile file] [-passin password]
    [-signer tsa_cert.pem] [-inkey private_key.pem]
    [-chain certs_file.pem] [-tspolicy oid]
    [-in file] [-token_in] [-out file] [-token_out]
    [-text] [-engine id]

openssl ts -verify -CApath dir -CAfile root-cert.pem -CAstore uri	
-untrusted extra-certs.pem [-data file] [-digest hexstring]	
    [-queryfile request.tsq] -in response.tsr [-token_in] ...
`;
