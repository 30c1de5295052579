/** Options of openssl-version(1). */
export const options = `Usage: version [options]

8
General options:
-help	Display this summary

Output options:
-a	Show all data
-b	Show build date
-d	Show configuration directory
-e	Show engines directory
-m	Show modules directory
-f	Show compiler flags used
-o	Show some internal datatype options
-p	Show target build platform
-r	Show random seeding options
-v	Show library version
-c	Show CPU settings info
`;
