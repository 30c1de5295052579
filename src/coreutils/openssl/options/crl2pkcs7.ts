/** Options of openssl-crl2pkcs7(1). */
export const options = `Usage: crl2pkcs7 [options]

21
General options:
-help	Display this summary

Input options:
-in infile	Input file
-inform PEM|DER	Input format - DER or PEM
-nocrl	No crl to load, just certs from '-certfile'
-certfile infile	File of chain of certs to a trusted CA; can be repeated

Output options:
-out outfile	Output file
-outform PEM|DER	Output format - DER or PEM

@provider
`;
