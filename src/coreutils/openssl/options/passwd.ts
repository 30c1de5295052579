/** Options of openssl-passwd(1). */
export const options = `Usage: passwd [options] [password]

21
General options:
-help	Display this summary

Input options:
-in infile	Read passwords from file
-noverify	Never verify when reading password from terminal
-stdin	Read passwords from stdin

Output options:
-quiet	No warnings
-table	Format output as table
-reverse	Switch table columns

Cryptographic options:
-salt val	Use provided salt
-6	SHA512-based password algorithm
-5	SHA256-based password algorithm
-apr1	MD5-based password algorithm, Apache variant
-1	MD5-based password algorithm
-aixmd5	AIX MD5-based password algorithm

@random

@provider

Parameters:
password	Password text to digest (optional)
`;
