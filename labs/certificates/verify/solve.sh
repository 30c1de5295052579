for name in north east west; do openssl verify -CAfile pile/ca.crt "pile/$name.crt" > /dev/null 2>&1 && echo "answer $name.crt"; done
true
