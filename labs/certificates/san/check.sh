file=certs/registry.crt
text=$(openssl x509 -in "$file" -noout -text 2> /dev/null) || fail missing
names=$(sed -n '/Subject Alternative Name/{n;s/^ *//;p;}' <<< "$text")
if [ -z "$names" ]; then
  openssl req -in certs/registry.csr -noout -text 2> /dev/null | grep -q 'Subject Alternative Name' && fail lost
  fail no-san
fi
case ", $names," in *', DNS:harbour.test,'*) ;; *) fail name "$names" ;; esac
openssl verify -CAfile rootCA.crt "$file" > /dev/null 2>&1 || fail not-verified
shown=$(openssl s_client -connect harbour.test:443 < /dev/null 2> /dev/null | openssl x509 -noout -fingerprint -sha256 2> /dev/null) || fail silent
[ "$shown" = "$(openssl x509 -in "$file" -noout -fingerprint -sha256)" ] || fail old
