/** Options of openssl-rsa(1). */
export const options = `Usage: rsa [options]

21
General options:
-help	Display this summary
-check	Verify key consistency
-*	Any supported cipher
-engine val	Use engine, possibly a hardware device

Input options:
-in val	Input file
-inform format	Input format (DER/PEM/P12/ENGINE)
-pubin	Expect a public key in input file
-RSAPublicKey_in	Input is an RSAPublicKey
-passin val	Input file pass phrase source

Output options:
-out outfile	Output file
-outform format	Output format, one of DER PEM PVK
-pubout	Output a public key
-RSAPublicKey_out	Output is an RSAPublicKey
-passout val	Output file pass phrase source
-noout	Don't print key out
-text	Print the key in text
-modulus	Print the RSA key modulus
-traditional	Use traditional format for private keys

PVK options:
-pvk-strong	Enable 'Strong' PVK encoding level (default)
-pvk-weak	Enable 'Weak' PVK encoding level
-pvk-none	Don't enforce PVK encoding

@provider
`;
