for file in registry.key registry.csr; do [ -s "certs/$file" ] || fail missing "$file"; done
grep -q 'BEGIN CERTIFICATE-----' certs/registry.csr && fail certificate
public=$(openssl req -in certs/registry.csr -noout -pubkey 2> /dev/null) || fail not-a-request
if [ "$public" != "$(openssl pkey -in certs/registry.key -pubout 2> /dev/null)" ]; then
  [ "$public" = "$(openssl pkey -in rootCA.key -pubout)" ] && fail root-key
  fail other-key
fi
[ "$public" != "$(openssl pkey -in rootCA.key -pubout)" ] || fail root-key
name=$(openssl req -in certs/registry.csr -noout -subject | sed -n 's/.*CN *= *\([^,]*\).*/\1/p')
[ "$name" = harbour.test ] || fail name "${name:--}"
