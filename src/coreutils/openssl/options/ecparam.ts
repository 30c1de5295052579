/** Options of openssl-ecparam(1). */
export const options = `Usage: ecparam [options]

21
General options:
-help	Display this summary
-list_curves	Prints a list of all curve 'short names'
-engine val	Use engine, possibly a hardware device
-genkey	Generate ec key
-in infile	Input file  - default stdin
-inform PEM|DER	Input format - default PEM (DER or PEM)
-out outfile	Output file - default stdout
-outform PEM|DER	Output format - default PEM

Output options:
-text	Print the ec parameters in text form
-noout	Do not print the ec parameter
-param_enc val	Specifies the way the ec parameters are encoded

Parameter options:
-check	Validate the ec parameters
-check_named	Check that named EC curve parameters have not been modified
-no_seed	If 'explicit' parameters are chosen do not use the seed
-name val	Use the ec parameters with specified 'short name'
-conv_form val	Specifies the point conversion form 

@random

@provider
`;
