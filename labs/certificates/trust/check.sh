all=/etc/docker/certs.d
folder=$all/harbour.test
certificate=$(ls "$folder"/*.crt 2> /dev/null | head -n 1)
if [ -z "$certificate" ]; then
  any=$(ls "$folder" 2> /dev/null | head -n 1)
  [ -z "$any" ] || fail extension "$any"
  other=$(ls "$all" 2> /dev/null | grep -vxF harbour.test | head -n 1)
  [ -z "$other" ] || fail folder "$other"
  fail none
fi
for file in "$folder"/*.crt; do
  grep -q 'PRIVATE KEY' "$file" && fail key "$file"
  print=$(openssl x509 -in "$file" -noout -fingerprint -sha256 2> /dev/null)
  [ "$print" != "$(openssl x509 -in rootCA.crt -noout -fingerprint -sha256)" ] || exit 0
done
[ "$print" != "$(openssl x509 -in certs/registry.crt -noout -fingerprint -sha256)" ] || fail server
fail other "$file"
