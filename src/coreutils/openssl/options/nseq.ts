/** Options of openssl-nseq(1). */
export const options = `Usage: nseq [options]

21
General options:
-help	Display this summary

Input options:
-in infile	Input file

Output options:
-toseq	Output NS Sequence file
-out outfile	Output file

@provider
`;
