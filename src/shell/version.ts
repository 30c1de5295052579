/** `$BASH_VERSION`. */
export const bashVersion = '5.2.37(1)-release';

/** What `bash --version` prints. */
export const versionText = `GNU bash, version ${bashVersion} (x86_64-pc-linux-gnu)
Copyright (C) 2022 Free Software Foundation, Inc.
License GPLv3+: GNU GPL version 3 or later <http://gnu.org/licenses/gpl.html>

This is free software; you are free to change and redistribute it.
There is NO WARRANTY, to the extent permitted by law.
`;
