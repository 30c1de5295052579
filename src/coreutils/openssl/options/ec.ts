/** Options of openssl-ec(1). */
export const options = `Usage: ec [options]

21
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device

Input options:
-in val	Input file
-inform format	Input format (DER/PEM/P12/ENGINE)
-pubin	Expect a public key in input file
-passin val	Input file pass phrase source
-check	check key consistency
-*	Any supported cipher
-param_enc val	Specifies the way the ec parameters are encoded
-conv_form val	Specifies the point conversion form 

Output options:
-out outfile	Output file
-outform PEM|DER	Output format - DER or PEM
-noout	Don't print key out
-text	Print the key
-param_out	Print the elliptic curve parameters
-pubout	Output public key, not private
-no_public	exclude public key from private key
-passout val	Output file pass phrase source

@provider
`;
