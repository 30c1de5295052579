/** Options of openssl-genrsa(1). */
export const options = `Usage: genrsa [options] numbits

21
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device

Input options:
-3	(deprecated) Use 3 for the E value
-F4	Use the Fermat number F4 (0x10001) for the E value
-f4	Use the Fermat number F4 (0x10001) for the E value

Output options:
-out outfile	Output the key to specified file
-passout val	Output file pass phrase source
-primes +int	Specify number of primes
-verbose	Verbose output
-quiet	Terse output
-traditional	Use traditional format for private keys
-*	Encrypt the output with any supported cipher

@random

@provider

Parameters:
numbits	Size of key in bits
`;
