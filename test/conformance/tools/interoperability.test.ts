import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { opensslCnf } from '../../../src/catalogue/authority/index.ts';
import { bootForBash, readText } from '../bash/sandbox.ts';
import { environment } from './case.ts';
import { hasRealTools } from './real-tools.ts';

/** What one side makes and the other reads: whatever the first script leaves in its folder, the second finds. */
interface Exchange {
  name: string;
  make: string;
  read: string;
  says: string;
}

const openssl: Exchange[] = [
  {
    name: 'an authority, a request, a certificate with names',
    make: `openssl genrsa -out ca.key 2048; openssl req -x509 -new -key ca.key -days 3650 -subj '/C=DE/O=Größe/CN=Root' -utf8 -out ca.crt
      openssl req -newkey rsa:2048 -quiet -nodes -keyout s.key -subj /CN=reg.test -out s.csr
      printf 'subjectAltName=DNS:reg.test,DNS:*.reg.test,IP:10.0.0.1,IP:fe80::1\\nextendedKeyUsage=serverAuth\\n' > ext
      openssl x509 -req -in s.csr -CA ca.crt -CAkey ca.key -CAcreateserial -extfile ext -days 100 -out s.crt`,
    read: `openssl verify -CAfile ca.crt -verify_hostname a.reg.test -purpose sslserver s.crt; openssl req -in s.csr -noout -verify -subject; openssl x509 -in s.crt -noout -subject -issuer -nameopt RFC2253 -ext subjectAltName; openssl x509 -in s.crt -noout -checkip 10.0.0.1; openssl rsa -in ca.key -check -noout
      [ "$(openssl x509 -in s.crt -noout -pubkey)" = "$(openssl pkey -in s.key -pubout)" ] && echo match; [ "$(cat ca.srl)" = "$(openssl x509 -in s.crt -noout -serial | cut -d= -f2)" ] && echo serial`,
    says: `s.crt: OK\nCertificate request self-signature verify OK\nsubject=CN=reg.test\nsubject=CN=reg.test\nissuer=CN=Root,O=Gr\\C3\\B6\\C3\\9Fe,C=DE\nX509v3 Subject Alternative Name: \n    DNS:reg.test, DNS:*.reg.test, IP Address:10.0.0.1, IP Address:FE80:0:0:0:0:0:0:1\nIP 10.0.0.1 does match certificate\nRSA key ok\nmatch\nserial\n`,
  },
  ...['EC -pkeyopt ec_paramgen_curve:P-256', 'EC -pkeyopt ec_paramgen_curve:P-384', 'EC -pkeyopt ec_paramgen_curve:P-521', 'EC -pkeyopt ec_paramgen_curve:secp256k1', 'ED25519', 'ED448', 'RSA -quiet -pkeyopt rsa_keygen_bits:4096'].map((algorithm): Exchange => ({
    name: `a key of ${algorithm}, a certificate it signs, and a signature`,
    make: `openssl genpkey -algorithm ${algorithm} -out k; openssl pkey -in k -pubout -out p; openssl req -x509 -key k -subj /CN=x -out c; echo hello > f; openssl pkeyutl -sign -rawin -inkey k -in f -out s`,
    read: 'openssl pkey -in k -check -noout; openssl verify -CAfile c -check_ss_sig c; openssl pkeyutl -verify -rawin -pubin -inkey p -in f -sigfile s; openssl x509 -in c -noout -pubkey | cmp - p && echo match',
    says: 'Key is valid\nc: OK\nSignature Verified Successfully\nmatch\n',
  })),
  {
    name: 'keys under passwords',
    make: `openssl genrsa -aes256 -passout pass:abcd -out a 2048; openssl genrsa -des3 -traditional -passout pass:abcd -out b 2048; openssl pkey -in a -passin pass:abcd -aes128 -passout pass:efgh -out c; openssl genpkey -algorithm ed25519 -aes-256-cbc -pass pass:abcd -out d; openssl pkcs8 -topk8 -v2 des3 -in a -passin pass:abcd -passout pass:abcd -out e`,
    read: 'for k in a b d e; do openssl pkey -in $k -passin pass:abcd -check -noout; done; openssl pkey -in c -passin pass:efgh -check -noout; openssl pkey -in c -passin pass:abcd -noout 2>&1 | head -1',
    says: 'Key is valid\n'.repeat(5) + 'Could not find private key of key from c\n',
  },
  {
    name: 'PKCS #12 and PKCS #7',
    make: `openssl req -x509 -newkey rsa:2048 -quiet -nodes -keyout k -subj /CN=x -out c; openssl pkcs12 -export -in c -inkey k -name me -passout pass:secret -out b.p12; openssl crl2pkcs7 -nocrl -certfile c -out b.p7`,
    read: `openssl pkcs12 -in b.p12 -passin pass:secret -nodes -nocerts | openssl pkey | cmp - k && echo key; openssl pkcs12 -in b.p12 -passin pass:secret -nokeys | openssl x509 | cmp - c && echo certificate; openssl pkcs12 -in b.p12 -passin pass:wrong -noout; openssl pkcs7 -in b.p7 -print_certs | openssl x509 | cmp - c && echo again`,
    says: 'key\ncertificate\nagain\n',
  },
  {
    name: 'what is encrypted, and what is signed with PSS and OAEP',
    make: `openssl genrsa -out k 2048; openssl pkey -in k -pubout -out p; echo hello > f
      openssl enc -aes-256-cbc -pbkdf2 -pass pass:x -in f -out e1; openssl enc -des-ede3-cbc -pbkdf2 -iter 5 -a -pass pass:x -in f -out e2; openssl enc -chacha20 -pbkdf2 -pass pass:x -in f -out e3
      openssl pkeyutl -encrypt -pubin -inkey p -in f -out r1; openssl pkeyutl -encrypt -pubin -inkey p -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -in f -out r2
      openssl dgst -sha384 -sign k -sigopt rsa_padding_mode:pss -out s f`,
    read: `openssl enc -d -aes-256-cbc -pbkdf2 -pass pass:x -in e1; openssl enc -d -des-ede3-cbc -pbkdf2 -iter 5 -a -pass pass:x -in e2; openssl enc -d -chacha20 -pbkdf2 -pass pass:x -in e3; openssl pkeyutl -decrypt -inkey k -in r1; openssl pkeyutl -decrypt -inkey k -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -in r2; openssl dgst -sha384 -verify p -sigopt rsa_padding_mode:pss -signature s f`,
    says: 'hello\n'.repeat(5) + 'Verified OK\n',
  },
  {
    name: 'a chain, and a list of what was revoked',
    make: `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -subj /CN=root -out ca.crt 2>/dev/null
      openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout sub.key -subj /CN=sub -out sub.csr 2>/dev/null; printf 'basicConstraints=critical,CA:TRUE,pathlen:0\\nkeyUsage=critical,keyCertSign,cRLSign\\n' > e
      openssl x509 -req -in sub.csr -CA ca.crt -CAkey ca.key -extfile e -out sub.crt 2>/dev/null
      openssl req -newkey ed25519 -nodes -keyout l.key -subj /CN=leaf -out l.csr 2>/dev/null; openssl x509 -req -in l.csr -CA sub.crt -CAkey sub.key -set_serial 7 -out l.crt 2>/dev/null
      mkdir -p demoCA/newcerts; touch demoCA/index.txt; echo 01 > demoCA/crlnumber; openssl ca -revoke l.crt -cert sub.crt -keyfile sub.key -crl_reason superseded 2>/dev/null; openssl ca -gencrl -cert sub.crt -keyfile sub.key -out sub.crl 2>/dev/null; rm -r demoCA`,
    read: 'openssl verify -CAfile ca.crt -untrusted sub.crt l.crt; openssl verify -CAfile ca.crt -untrusted sub.crt -CRLfile sub.crl -crl_check l.crt 2>&1 | sed -n 2p; openssl crl -in sub.crl -CAfile sub.crt -noout 2>&1; openssl crl -in sub.crl -noout -text | grep Superseded',
    says: 'l.crt: OK\nerror 23 at 0 depth lookup: certificate revoked\nverify OK\n                Superseded\n',
  },
];

const gpg: Exchange[] = ['default default', 'rsa2048 default'].map((algorithm): Exchange => ({
  name: `keys (${algorithm}) and signatures of gpg`,
  make: `export GNUPGHOME=$PWD/h; mkdir -m 700 h; gpg -q --batch --passphrase '' --quick-gen-key 'Me <me@x.test>' ${algorithm} never 2>/dev/null; echo hello > f
    gpg --armor --export me@x.test > k.asc; gpg -b f; gpg -ab -u me@x.test f; cp f g; gpg --clearsign g; gpg -o m.gpg --sign f; gpgconf --kill all 2>/dev/null; rm -r h`,
  read: `export GNUPGHOME=$PWD/h; mkdir -m 700 h; gpg -q --import k.asc 2>/dev/null; for s in 'f.sig f' 'f.asc f' g.asc m.gpg; do gpg --verify $s 2>&1 | grep -o 'Good signature.*'; done; gpg -d m.gpg 2>/dev/null; echo x >> f; gpg --verify f.sig f 2>&1 | grep -o 'BAD signature.*'; gpgconf --kill all 2>/dev/null; rm -r h`,
  says: 'Good signature from "Me <me@x.test>" [unknown]\n'.repeat(4) + 'hello\nBAD signature from "Me <me@x.test>" [unknown]\n',
}));

type Files = Map<string, Uint8Array>;

async function inSandbox(script: string, files: Files): Promise<{ out: string; files: Files }> {
  const kernel = bootForBash();
  const { init } = kernel;
  try {
    for (const path of ['/usr/lib', '/usr/lib/ssl']) if (!init.exists(path)) init.mkdir(path, 0o755);
    init.writeFile('/usr/lib/ssl/openssl.cnf', opensslCnf);
    for (const [name, bytes] of files) init.writeFile(`/tmp/case/${name}`, bytes);
    const [output, stdout] = init.pipe();
    const empty = init.open('/dev/null', 'r');
    const pid = init.spawn('/usr/bin/bash', ['bash', '-c', script], { fds: { 0: empty, 1: stdout, 2: init.open('/dev/null', 'w') }, env: environment, cwd: '/tmp/case', newSession: true });
    init.close(stdout);
    const out = await readText(init, output);
    await init.wait(pid);
    return { out, files: new Map(init.readdir('/tmp/case').map(({ name }) => [name, init.readFile(`/tmp/case/${name}`)])) };
  } finally {
    kernel.dispose();
  }
}

describe('what the other side makes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const onMachine = (script: string, files: Files): { out: string; files: Files } => {
    const cwd = join(folder, 'case');
    mkdirSync(cwd);
    for (const [name, bytes] of files) writeFileSync(join(cwd, name), bytes);
    const { stdout } = spawnSync('/usr/bin/setsid', ['-w', '/bin/bash', '-c', script], { cwd, env: environment, encoding: 'utf8' });
    return { out: stdout, files: new Map(readdirSync(cwd).filter((name) => statSync(join(cwd, name)).isFile()).map((name) => [name, readFileSync(join(cwd, name))])) };
  };

  for (const [tool, topic, exchanges] of [['openssl', 'openssl-keys', openssl], ['gpg', 'gpg', gpg]] as const) {
    const here = hasRealTools(topic);
    const why = here ? '' : ` (skipped: no ${tool} of Debian 13 here)`;
    it.each(exchanges)(`the sandbox makes and reads itself: $name`, async ({ make, read, says }) => {
      expect((await inSandbox(read, (await inSandbox(make, new Map())).files)).out).toBe(says);
    });
    it.skipIf(!here).each(exchanges)(`the sandbox makes, real ${tool} reads: $name${why}`, async ({ make, read, says }) => {
      expect(onMachine(read, (await inSandbox(make, new Map())).files).out).toBe(says);
    });
    it.skipIf(!here).each(exchanges)(`real ${tool} makes, the sandbox reads: $name${why}`, async ({ make, read, says }) => {
      expect((await inSandbox(read, onMachine(make, new Map()).files)).out).toBe(says);
    });
  }
});
