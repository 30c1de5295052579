#!/bin/sh
# Makes the public authority of the simulated internet anew and certificates for its sites: writes src/catalogue/authority/root.ts and src/host/internet/certificates/sites.ts. Needs openssl 3.
set -e
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/$1.key"; }
key root
openssl req -x509 -new -key "$work/root.key" -out "$work/root.crt" -not_before 20200101000000Z -not_after 20491231235959Z -subj '/O=Drydock/CN=Drydock Internet Root CA' -addext keyUsage=critical,keyCertSign,cRLSign
key second
openssl req -x509 -new -key "$work/second.key" -out "$work/second.crt" -not_before 20200101000000Z -not_after 20491231235959Z -subj '/O=Drydock/CN=Drydock Internet Root CA 2' -addext keyUsage=critical,keyCertSign,cRLSign
key inter
openssl req -new -key "$work/inter.key" -subj '/O=Drydock/CN=Drydock Internet CA 1' -out "$work/inter.csr"
printf 'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,digitalSignature,keyCertSign,cRLSign\nextendedKeyUsage=serverAuth,clientAuth\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n' >"$work/inter.ext"
openssl x509 -req -in "$work/inter.csr" -CA "$work/root.crt" -CAkey "$work/root.key" -out "$work/inter.crt" -extfile "$work/inter.ext" -not_before 20200101000000Z -not_after 20491231235959Z 2>/dev/null
site() {
  name=$1 names=
  for each in "$@"; do names="$names${names:+,}DNS:$each"; done
  key site
  openssl req -new -key "$work/site.key" -subj "/CN=$name" -out "$work/site.csr"
  printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\nsubjectAltName=%s\n' "$names" >"$work/site.ext"
  openssl x509 -req -in "$work/site.csr" -CA "$work/inter.crt" -CAkey "$work/inter.key" -out "$work/site.crt" -extfile "$work/site.ext" -not_before 20250101000000Z -not_after 20491231235959Z 2>/dev/null
  printf "  '%s': {\n    certificate: \`%s\n\`,\n    key: \`%s\n\`,\n  },\n" "$name" "$(cat "$work/site.crt")" "$(cat "$work/site.key")"
}
cat >src/catalogue/authority/root.ts <<EOF
// Made by scripts/internet-authority.sh.

/** The root certificates (PEM) of the simulated internet's authority, by name: what stands in the trust stores of hosts and images. The second has signed nothing yet. */
export const internetRoots: Readonly<Record<string, string>> = {
  Drydock_Internet_Root_CA: \`$(cat "$work/root.crt")
\`,
  Drydock_Internet_Root_CA_2: \`$(cat "$work/second.crt")
\`,
};

/** All of them, as a bundle. */
export const internetRoot = Object.values(internetRoots).join('');
EOF
{
  echo '// Made by scripts/internet-authority.sh.'
  printf '\n/** The certificate between root and sites, which sites send. */\nexport const intermediateCertificate = `%s\n`;\n' "$(cat "$work/inter.crt")"
  printf '\n/** Certificates and keys (PEM) of the sites, by their first name. The keys are no secret: nothing but the simulated internet uses them. */\nexport const siteCertificates: Readonly<Record<string, { certificate: string; key: string }>> = {\n'
  site registry-1.docker.io index.docker.io registry.hub.docker.com hub.docker.com docker.io '*.docker.io' '*.docker.com'
  site auth.docker.io
  site deb.debian.org security.debian.org ftp.debian.org httpredir.debian.org archive.ubuntu.com security.ubuntu.com
  site dl-cdn.alpinelinux.org
  site pypi.org files.pythonhosted.org
  printf '};\n'
} >src/host/internet/certificates/sites.ts
