/** Options of openssl-pkeyparam(1). */
export const options = `Usage: pkeyparam [options]

21
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device
-check	Check key param consistency

Input options:
-in infile	Input file

Output options:
-out outfile	Output file
-text	Print parameters as text
-noout	Don't output encoded parameters

@provider
`;
