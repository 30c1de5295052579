/** Options of gpg(1): the long name, a short letter, whether it takes a value (`=`), and whether it is a command (`!`). */
const table = [
  'import!', 'verify!', 'list-keys k!', 'list-public-keys!', 'list-secret-keys K!', 'fingerprint!', 'dearmor!', 'dearmour!', 'enarmor!', 'gen-key!', 'generate-key!', 'full-gen-key!', 'full-generate-key!', 'quick-gen-key!', 'quick-generate-key!', 'detach-sign b!', 'sign s!', 'clear-sign!', 'clearsign!', 'export!', 'export-secret-keys!', 'export-ownertrust!', 'import-ownertrust!',
  'delete-keys!', 'delete-key!', 'delete-secret-keys!', 'delete-secret-key!', 'delete-secret-and-public-key!', 'recv-keys!', 'receive-keys!', 'search-keys!', 'send-keys!', 'refresh-keys!', 'locate-keys!', 'list-packets!', 'show-keys!', 'show-key!', 'decrypt d!', 'encrypt e!', 'symmetric c!', 'version!', 'help h!', 'list-signatures!', 'list-sigs!', 'check-signatures!', 'check-sigs!', 'edit-key!', 'sign-key!', 'lsign-key!', 'quick-sign-key!', 'update-trustdb!', 'check-trustdb!', 'print-md!', 'gen-random!', 'list-config!',
  'armor a', 'armour', 'homedir =', 'no-default-keyring', 'keyring =', 'local-user u=', 'default-key =', 'output o=', 'batch', 'yes', 'no', 'passphrase =', 'passphrase-file =', 'passphrase-fd =', 'pinentry-mode =', 'trust-model =', 'always-trust', 'keyid-format =', 'with-colons', 'with-fingerprint', 'with-subkey-fingerprint', 'with-keygrip', 'status-fd =', 'quiet q', 'verbose v', 'no-tty', 'tty', 'import-options =', 'export-options =', 'list-options =', 'verify-options =', 'digest-algo =', 'cert-digest-algo =', 'no-autostart', 'trusted-key =', 'recipient r=', 'keyserver =', 'keyserver-options =', 'auto-key-retrieve', 'no-auto-key-retrieve', 'no-greeting', 'no-permission-warning', 'no-secmem-warning', 'expert', 'dry-run n', 'textmode t', 'charset =', 'display-charset =', 'options =', 'no-options', 'logger-fd =', 'command-fd =', 'lock-never', 'openpgp', 'compress-algo =', 'z =', 'allow-weak-digest-algos', 'emit-version', 'no-emit-version', 'comment =', 'fixed-list-mode', 'no-verbose', 'disable-dirmngr', 'ignore-time-conflict', 'faked-system-time =', 'assert-signer =', 'default-new-key-algo =',
].map((row) => {
  const [, name = '', short, mark] = /^([\w-]+)(?: (\w?))?([=!]?)$/.exec(row) ?? [];
  return { name, short: short ?? '', value: mark === '=', command: mark === '!' };
});

/** What a command line says: options in their order, commands, operands; `wrong`: an option that there is none of, or that lacks its value. */
export interface GpgArguments {
  options: { name: string; value: string }[];
  commands: string[];
  operands: string[];
  wrong: string | undefined;
  /** Words after the first operand that look like options. */
  late: string[];
}

/** Reads a command line: options stand before operands. Names may be cut where that leaves no doubt. */
export function parseArguments(words: readonly string[]): GpgArguments {
  const result: GpgArguments = { options: [], commands: [], operands: [], wrong: undefined, late: [] };
  let at = 0;
  const add = ({ name, value: takes, command }: (typeof table)[number], shown: string, given: string | undefined): boolean => {
    let value = given;
    if (takes && value === undefined) {
      value = words[++at];
      if (value === undefined) {
        result.wrong = `missing argument for option "${shown}"`;
        return false;
      }
    }
    if (command) result.commands.push(name);
    result.options.push({ name, value: value ?? '' });
    return true;
  };
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      at++;
      break;
    }
    if (!word.startsWith('-') || word === '-') break;
    if (word.startsWith('--')) {
      const equals = word.indexOf('=');
      const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
      const exact = table.find((row) => row.name === name);
      const close = exact ? [exact] : table.filter((row) => row.name.startsWith(name));
      const [found] = close;
      if (!found || (close.length > 1 && !exact)) {
        result.wrong = found ? `option "${word}" is ambiguous` : `invalid option "${word}"`;
        return result;
      }
      if (!add(found, word, equals < 0 ? undefined : word.slice(equals + 1))) return result;
      continue;
    }
    for (let i = 1; i < word.length; i++) {
      const found = table.find((row) => row.short !== '' && row.short === word[i]);
      if (!found) {
        result.wrong = `invalid option "-${word[i]}"`;
        return result;
      }
      const rest = word.slice(i + 1);
      if (!add(found, `-${word[i]}`, found.value && rest !== '' ? rest : undefined)) return result;
      if (found.value) break;
    }
  }
  result.operands = words.slice(at);
  result.late = result.operands.filter((word) => /^--[a-z]/.test(word));
  return result;
}
