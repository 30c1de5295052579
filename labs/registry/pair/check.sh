for file in domain.key domain.crt; do [ -s "registry_certs/$file" ] || fail missing "$file"; done
cd registry_certs
grep -q 'BEGIN CERTIFICATE REQUEST' domain.crt && fail request
text=$(openssl x509 -in domain.crt -noout -text 2> /dev/null) || fail not-a-certificate
grep -q 'ENCRYPTED' domain.key && fail encrypted
[ "$(openssl x509 -in domain.crt -noout -pubkey)" = "$(openssl pkey -in domain.key -pubout 2> /dev/null)" ] || fail other-key
names=$(sed -n '/Subject Alternative Name/{n;s/^ *//;p;}' <<< "$text")
[ -n "$names" ] || fail no-san
case ", $names," in *', DNS:harbour.test,'*) ;; *) fail name "$names" ;; esac
bits=$(sed -n 's/.*Public-Key: (\([0-9]*\) bit.*/\1/p' <<< "$text")
[ "$bits" = 4096 ] || fail bits "$bits"
openssl x509 -in domain.crt -noout -checkend $((360 * 86400)) > /dev/null || fail days "$(openssl x509 -in domain.crt -noout -enddate | cut -d = -f 2)"
