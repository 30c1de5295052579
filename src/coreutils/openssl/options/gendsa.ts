/** Options of openssl-gendsa(1). */
export const options = `Usage: gendsa [options] dsaparam-file

21
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device

Output options:
-out outfile	Output the key to the specified file
-passout val	Output file pass phrase source

@random

@provider
-*	Encrypt the output with any supported cipher
-verbose	Verbose output
-quiet	Terse output

Parameters:
dsaparam-file	File containing DSA parameters
`;
