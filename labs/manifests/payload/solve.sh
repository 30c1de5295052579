docker start old-registry
until curl -sf http://localhost:5000/v2/; do sleep 0.1; done
curl -s -o schema1.json http://localhost:5000/v2/harbour/anchor/manifests/1.0
length=$(jq -r '.signatures[0].protected' schema1.json | tr _- /+ | base64 -d 2> /dev/null | jq .formatLength)
{ head -c "$length" schema1.json; printf '\n}'; } > payload
