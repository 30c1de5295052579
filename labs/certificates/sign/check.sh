file=certs/registry.crt
[ -s "$file" ] || fail missing
public=$(openssl x509 -in "$file" -noout -pubkey 2> /dev/null) || fail missing
[ "$public" = "$(openssl pkey -in certs/registry.key -pubout)" ] || fail other-key
verified=$(openssl verify -CAfile rootCA.crt "$file" 2>&1) && exit 0
[ "$(openssl x509 -in "$file" -noout -issuer | cut -d = -f 2-)" != "$(openssl x509 -in "$file" -noout -subject | cut -d = -f 2-)" ] || fail self-signed
fail not-verified "$(grep -m 1 -o 'error [0-9]* at .*' <<< "$verified")"
