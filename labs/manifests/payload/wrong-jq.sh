docker start old-registry
until curl -sf http://localhost:5000/v2/; do sleep 0.1; done
curl -s -o schema1.json http://localhost:5000/v2/harbour/anchor/manifests/1.0
jq 'del(.signatures)' schema1.json > payload
