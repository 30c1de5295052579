import type { Backend } from '../../../backend/index.ts';
import { homeOf, type Lab } from '../../../lab/index.ts';

/** The learner's files of each host, as tar archives. */
export type CarriedFiles = ReadonlyMap<string, Uint8Array>;

const archive = '/tmp/.carried.tgz';
/** What belongs to a host and not to the work done there. */
const own = ['.bash_history', '.bash_logout', '.bashrc', '.profile', '.cache', '.viminfo', '.lesshst'];

/** Puts what lies in $STAGE into the home ($PWD): a file that is there with other contents is kept beside it as NAME~ where KEEP is set. */
const unpack = `
set -e
STAGE=$(mktemp -d)
tar -C "$STAGE" -xzf ${archive}
rm ${archive}
(cd "$STAGE" && find . -type d) | while IFS= read -r folder; do
  [ -d "$folder" ] || { mkdir "$folder"; chown --reference="$STAGE/$folder" "$folder"; }
done
(cd "$STAGE" && find . ! -type d) | while IFS= read -r file; do
  if [ -e "$file" ] && cmp -s "$STAGE/$file" "$file"; then continue; fi
  if [ -e "$file" ] && [ -n "$KEEP" ]; then mv "$file" "$file~"; fi
  rm -f "$file"
  cp -a "$STAGE/$file" "$file"
done
rm -rf "$STAGE"`;

/** What the learner has in the home on each of the lab's hosts. */
export async function takeFiles(backend: Backend, lab: Lab): Promise<CarriedFiles> {
  const taken = new Map<string, Uint8Array>();
  for (const host of lab.hosts) {
    const packed = await backend.exec(`tar ${own.map((name) => `--exclude=./${name}`).join(' ')} -czf ${archive} .`, { host, cwd: homeOf(lab.user) });
    if (packed.exitCode !== 0) throw new Error(packed.stderr.trim());
    taken.set(host, await backend.files.read(archive, host));
    await backend.files.remove(archive, host);
  }
  return taken;
}

/** Puts them into the homes of other hosts of the lab. They win over what is there; on hosts that had been worked on, that is kept beside as NAME~. */
export async function putFiles(backend: Backend, lab: Lab, files: CarriedFiles, workedOn: boolean): Promise<void> {
  for (const [host, data] of files) {
    await backend.files.write(archive, data, { host, user: 'root' });
    const { exitCode, stderr } = await backend.exec(unpack, { host, cwd: homeOf(lab.user), env: { KEEP: workedOn ? '1' : '' } });
    if (exitCode !== 0) throw new Error(stderr.trim());
  }
}
