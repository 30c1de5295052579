/** Options of openssl-prime(1). */
export const options = `Usage: prime [options] [number...]

21
General options:
-help	Display this summary
-bits +int	Size of number in bits
-checks +int	Number of checks

Output options:
-hex	Hex output
-generate	Generate a prime
-safe	When used with -generate, generate a safe prime

@provider

Parameters:
number	Number(s) to check for primality if not generating
`;
