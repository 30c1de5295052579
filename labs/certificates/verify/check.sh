given=${ANSWER//[[:space:]]/}; given=${given##*/}; given=${given%.crt}
[ -n "$given" ] || fail no-answer
case $given in north | east | west) ;; *) fail other "$given" ;; esac
for name in ca "$given"; do [ -s "pile/$name.crt" ] || fail missing; done
openssl verify -CAfile pile/ca.crt "pile/$given.crt" > /dev/null 2>&1 && exit 0
field() { openssl x509 -in "pile/$given.crt" -noout "-$1" | cut -d = -f 2-; }
[ "$(field issuer)" != "$(field subject)" ] || fail self "$given.crt"
fail impostor "$given.crt"
