/** Options of openssl-pkcs7(1). */
export const options = `Usage: pkcs7 [options]

21
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device

Input options:
-in infile	Input file
-inform PEM|DER	Input format - DER or PEM

Output options:
-outform PEM|DER	Output format - DER or PEM
-out outfile	Output file
-noout	Don't output encoded data
-text	Print full details of certificates
-print	Print out all fields of the PKCS7 structure
-print_certs	Print_certs  print any certs or crl in the input
-quiet	When used with -print_certs, it produces a cleaner output

@provider
`;
