for name in north east west; do
  openssl verify -CAfile pile/ca.crt "pile/$name.crt" > /dev/null 2>&1 && continue
  openssl x509 -in "pile/$name.crt" -noout -issuer | grep -q 'Lighthouse CA' && echo "answer $name.crt"
done
