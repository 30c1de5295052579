/** Options of openssl-mac(1). */
export const options = `Usage: mac [options] mac_name

21
General options:
-help	Display this summary
-macopt val	MAC algorithm parameters in n:v form
-cipher val	Cipher
-digest val	Digest
	See 'PARAMETER NAMES' in the EVP_MAC_ docs

Input options:
-in infile	Input file to MAC (default is stdin)

Output options:
-out outfile	Output to filename rather than stdout
-binary	Output in binary format (default is hexadecimal)

@provider

Parameters:
mac_name	MAC algorithm
`;
