# Certificates to read: one with an end that is different each time, and three of which one was signed by the authority whose name two of them give.
pile=$LAB_HOME/pile
mkdir "$pile"
cd "$(mktemp -d)"
key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"; }
authority() { key "$1"; openssl req -x509 -new -key "$1.key" -days 3650 -subj '/O=Lighthouse/CN=Lighthouse CA' -out "$1.crt"; }
signed() { openssl req -new -key leaf.key -subj "/O=Lighthouse/CN=$2.test" -out leaf.csr; openssl x509 -req -in leaf.csr -CA "$1.crt" -CAkey "$1.key" -CAcreateserial -days 825 -out "$pile/$2.crt" 2> /dev/null; }
key leaf
authority true
authority false
cp true.crt "$pile/ca.crt"
openssl req -x509 -new -key leaf.key -days $((1100 + RANDOM % 3000)) -subj '/O=Lighthouse/CN=lighthouse.test' -out "$pile/lighthouse.crt"
case $((RANDOM % 3)) in
  0) set -- north east west ;;
  1) set -- east west north ;;
  2) set -- west north east ;;
esac
signed true "$1"
signed false "$2"
openssl req -x509 -new -key leaf.key -days 825 -subj "/O=Lighthouse/CN=$3.test" -out "$pile/$3.crt"
chown -R "$LAB_USER:" "$pile"
