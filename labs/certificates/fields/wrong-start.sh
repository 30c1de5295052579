echo "answer $(openssl x509 -in pile/lighthouse.crt -noout -startdate | awk '{ print $4 }')"
