/** Options of openssl-verify(1). */
export const options = `Usage: verify [options] [cert...]

23
General options:
-help	Display this summary
-engine val	Use engine, possibly a hardware device
-verbose	Print extra information about the operations being performed.
-nameopt val	Certificate subject/issuer name printing options

Certificate chain options:
-trusted infile	A file of trusted certificates
-CAfile infile	A file of trusted certificates
-CApath dir	A directory of files with trusted certificates
-CAstore uri	URI to a store of trusted certificates
-no-CAfile	Do not load the default trusted certificates file
-no-CApath	Do not load trusted certificates from the default directory
-no-CAstore	Do not load trusted certificates from the default certificates store
-untrusted infile	A file of untrusted certificates
-CRLfile infile	File containing one or more CRL's (in PEM format) to load
-crl_download	Try downloading CRL information for certificates via their CDP entries
-show_chain	Display information about the certificate chain

@validation
-vfyopt val	Verification parameter in n:v form

@provider

Parameters:
cert	Certificate(s) to verify (optional; stdin used otherwise)

Recognized certificate chain purposes:
  sslclient        SSL client
  sslserver        SSL server
  nssslserver      Netscape SSL server
  smimesign        S/MIME signing
  smimeencrypt     S/MIME encryption
  crlsign          CRL signing
  any              Any Purpose
  ocsphelper       OCSP helper
  timestampsign    Time Stamp signing
  codesign         Code signing
Recognized certificate policy names:
  code_sign
  default
  pkcs7
  smime_sign
  ssl_client
  ssl_server
`;
