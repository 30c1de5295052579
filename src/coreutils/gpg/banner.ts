/** What gpg says first when it talks to a person. */
export const banner = 'gpg (GnuPG) 2.4.7; Copyright (C) 2024 g10 Code GmbH\nThis is free software: you are free to change and redistribute it.\nThere is NO WARRANTY, to the extent permitted by law.\n';
