/** Options of openssl-rehash(1). */
export const options = `Usage: rehash [options] [directory...]

21
General options:
-help	Display this summary
-h	Display this summary
-compat	Create both new- and old-style hash links
-old	Use old-style hash to generate links
-n	Do not remove existing links

Output options:
-v	Verbose output

@provider

Parameters:
directory	One or more directories to process (optional)
`;
