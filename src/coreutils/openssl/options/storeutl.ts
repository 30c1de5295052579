/** Options of openssl-storeutl(1). */
export const options = `Usage: storeutl [options] uri

21
General options:
-help	Display this summary
-*	Any supported digest
-engine val	Use engine, possibly a hardware device

Search options:
-certs	Search for certificates only
-keys	Search for keys only
-crls	Search for CRLs only
-subject val	Search by subject
-issuer val	Search by issuer and serial, issuer name
-serial val	Search by issuer and serial, serial number
-fingerprint val	Search by public key fingerprint, given in hex
-alias val	Search by alias
-r	Recurse through names

Input options:
-passin val	Input file pass phrase source

Output options:
-out outfile	Output file - default stdout
-text	Print a text form of the objects
-noout	No PEM output, just status

@provider

Parameters:
uri	URI of the store object
`;
