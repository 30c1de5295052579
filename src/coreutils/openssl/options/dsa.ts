/** Options of openssl-dsa(1). */
export const options = `Usage: dsa [options]

21
General options:
-help	Display this summary
-*	Any supported cipher
-pvk-strong	Enable 'Strong' PVK encoding level (default)
-pvk-weak	Enable 'Weak' PVK encoding level
-pvk-none	Don't enforce PVK encoding
-engine val	Use engine e, possibly a hardware device

Input options:
-in val	Input key
-inform format	Input format (DER/PEM/PVK); has no effect
-pubin	Expect a public key in input file
-passin val	Input file pass phrase source

Output options:
-out outfile	Output file
-outform format	Output format, DER PEM PVK
-noout	Don't print key out
-text	Print the key in text
-modulus	Print the DSA public value
-pubout	Output public key, not private
-passout val	Output file pass phrase source

@provider
`;
