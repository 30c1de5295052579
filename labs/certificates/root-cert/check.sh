[ -s rootCA.crt ] || fail missing
grep -q 'BEGIN CERTIFICATE REQUEST' rootCA.crt && fail request
public=$(openssl x509 -in rootCA.crt -noout -pubkey 2> /dev/null) || fail not-a-certificate
[ "$public" = "$(openssl pkey -in rootCA.key -pubout 2> /dev/null)" ] || fail other-key
[ "$(openssl x509 -in rootCA.crt -noout -issuer | cut -d = -f 2-)" = "$(openssl x509 -in rootCA.crt -noout -subject | cut -d = -f 2-)" ] || fail not-self
openssl x509 -in rootCA.crt -noout -checkend $((3645 * 86400)) > /dev/null || fail short "$(openssl x509 -in rootCA.crt -noout -enddate | cut -d = -f 2)"
