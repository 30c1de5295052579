/** User names and hashes of a password file; comments and empty lines are skipped. */
function readHtpasswd(text: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const line of text.split('\n').map((each) => each.trim())) {
    const colon = line.indexOf(':');
    if (!line.startsWith('#') && colon > 0) entries.set(line.slice(0, colon), line.slice(colon + 1));
  }
  return entries;
}

/** Whether a password is that of a user in the text of an htpasswd file. Only bcrypt hashes count, as for distribution. */
export async function checkHtpasswd(text: string, user: string, password: string): Promise<boolean> {
  const hash = readHtpasswd(text).get(user);
  if (hash === undefined || !/^\$2[abxy]?\$/.test(hash)) return false;
  const { default: bcrypt } = await import('bcryptjs');
  return bcrypt.compare(password, hash);
}

/** A line of an htpasswd file, without its end; `salt` are 16 random bytes, `cost` is from 4 to 17. */
export async function htpasswdLine(user: string, password: string, salt: Uint8Array, cost: number): Promise<string> {
  const { default: bcrypt } = await import('bcryptjs');
  const hash = await bcrypt.hash(password, `$2b$${String(cost).padStart(2, '0')}$${bcrypt.encodeBase64(salt, 16)}`);
  return `${user}:${hash.replace(/^\$2b\$/, '$2y$')}`;
}
