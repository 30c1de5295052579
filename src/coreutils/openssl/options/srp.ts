/** Options of openssl-srp(1). */
export const options = `Usage: srp [options] [user...]

21
General options:
-help	Display this summary
-verbose	Talk a lot while doing things
-config infile	A config file
-name val	The particular srp definition to use
-engine val	Use engine, possibly a hardware device

Action options:
-add	Add a user and SRP verifier
-modify	Modify the SRP verifier of an existing user
-delete	Delete user from verifier file
-list	List users

Configuration options:
-srpvfile infile	The srp verifier file name
-gn val	Set g and N values to be used for new verifier
-userinfo val	Additional info to be set for user
-passin val	Input file pass phrase source
-passout val	Output file pass phrase source

@random

@provider

Parameters:
user	Username(s) to process (optional)
`;
