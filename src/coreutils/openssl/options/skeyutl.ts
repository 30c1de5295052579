/** Options of openssl-skeyutl(1). */
export const options = `Usage: skeyutl [options]

21
General options:
-help	Display this summary
-skeyopt val	Key options as opt:value for opaque keys handling
-skeymgmt val	Symmetric key management name for opaque keys handling
-genkey	Generate an opaque symmetric key
-cipher val	The cipher to generate key for

@provider
`;
