/** Options of openssl-dsaparam(1). */
export const options = `Usage: dsaparam [options] [numbits] [numqbits]

21
General options:
-help	Display this summary
-engine val	Use engine e, possibly a hardware device

Input options:
-in infile	Input file
-inform PEM|DER	Input format - DER or PEM

Output options:
-out outfile	Output file
-outform PEM|DER	Output format - DER or PEM
-text	Print as text
-noout	No output
-verbose	Verbose output
-quiet	Terse output
-genkey	Generate a DSA key

@random

@provider

Parameters:
numbits	Number of bits if generating parameters or key (optional)
numqbits	Number of bits in the subprime parameter q if generating parameters or key (optional)
`;
