/** Options of openssl-dhparam(1). */
export const options = `Usage: dhparam [options] [numbits]

21
General options:
-help	Display this summary
-check	Check the DH parameters
-dsaparam	Read or generate DSA parameters, convert to DH
-engine val	Use engine e, possibly a hardware device

Input options:
-in infile	Input file
-inform PEM|DER	Input format, DER or PEM

Output options:
-out outfile	Output file
-outform PEM|DER	Output format, DER or PEM
-text	Print a text form of the DH parameters
-noout	Don't output any DH parameters
-2	Generate parameters using 2 as the generator value
-3	Generate parameters using 3 as the generator value
-5	Generate parameters using 5 as the generator value
-verbose	Verbose output
-quiet	Terse output

@random

@provider

Parameters:
numbits	Number of bits if generating parameters (optional)
`;
