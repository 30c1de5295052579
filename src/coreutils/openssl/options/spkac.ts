/** Options of openssl-spkac(1). */
export const options = `Usage: spkac [options]

21
General options:
-help	Display this summary
-spksect val	Specify the name of an SPKAC-dedicated section of configuration
-engine val	Use engine, possibly a hardware device

Input options:
-in infile	Input file
-key infile	Create SPKAC using private key
-keyform format	Private key file format (ENGINE, other values ignored)
-passin val	Input file pass phrase source
-challenge val	Challenge string
-spkac val	Alternative SPKAC name

Output options:
-digest val	Sign new SPKAC with the specified digest (default: MD5)
-out outfile	Output file
-noout	Don't print SPKAC
-pubkey	Output public key
-verify	Verify SPKAC signature

@provider
`;
