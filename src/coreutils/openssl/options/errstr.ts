/** Options of openssl-errstr(1). */
export const options = `Usage: errstr [options] errnum...

11
General options:
-help	Display this summary

Parameters:
errnum	Error number(s) to decode
`;
