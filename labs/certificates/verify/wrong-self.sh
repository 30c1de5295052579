for name in north east west; do openssl x509 -in "pile/$name.crt" -noout -issuer | grep -q 'Lighthouse CA' || echo "answer $name"; done
