echo "answer $(openssl x509 -in pile/lighthouse.crt -noout -enddate | awk '{ print $4 }')"
