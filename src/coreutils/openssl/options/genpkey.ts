/** Options of openssl-genpkey(1). */
export const options = `Usage: genpkey [options]

21
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device
-paramfile infile	Parameters file
-algorithm val	The public key algorithm
-verbose	Output status while generating keys
-quiet	Do not output status while generating keys
-pkeyopt val	Set the public key algorithm option as opt:value
-config infile	Load a configuration file (this may load modules)

Output options:
-out outfile	Output (private key) file
-outpubkey outfile	Output public key file
-outform PEM|DER	output format (DER or PEM)
-pass val	Output file pass phrase source
-genparam	Generate parameters, not key
-text	Print the private key in text
-*	Cipher to use to encrypt the key

@provider

@random
Order of options may be important!  See the documentation.
`;
