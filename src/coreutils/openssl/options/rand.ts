/** Options of openssl-rand(1). */
export const options = `Usage: rand [options] num[K|M|G|T]

21
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device

Output options:
-out outfile	Output file
-base64	Base64 encode output
-hex	Hex encode output

@random

@provider

Parameters:
num	Number of bytes to generate
`;
