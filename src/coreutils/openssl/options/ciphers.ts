/** Options of openssl-ciphers(1). */
export const options = `Usage: ciphers [options] [cipher]

21
General options:
-help	Display this summary

Output options:
-v	Verbose listing of the SSL/TLS ciphers
-V	Even more verbose
-stdname	Show standard cipher names
-convert val	Convert standard name into OpenSSL name

Cipher specification options:
-s	Only supported ciphers
-tls1	Ciphers compatible with TLS1
-tls1_1	Ciphers compatible with TLS1.1
-tls1_2	Ciphers compatible with TLS1.2
-tls1_3	Ciphers compatible with TLS1.3
-psk	Include ciphersuites requiring PSK
-srp	(deprecated) Include ciphersuites requiring SRP
-ciphersuites val	Configure the TLSv1.3 ciphersuites to use

@provider

Parameters:
cipher	Cipher string to decode (optional)
`;
