/** Options of openssl-kdf(1). */
export const options = `Usage: kdf [options] kdf_name

21
General options:
-help	Display this summary
-kdfopt val	KDF algorithm control parameters in n:v form
-cipher val	Cipher
-digest val	Digest
-mac val	MAC
	See 'Supported Controls' in the EVP_KDF_ docs

-keylen val	The size of the output derived key

Output options:
-out outfile	Output to filename rather than stdout
-binary	Output in binary format (default is hexadecimal)

@provider

Parameters:
kdf_name	Name of the KDF algorithm
`;
