curl -s -o schema1.json http://localhost:5000/v2/harbour/anchor/manifests/1.0
cp schema1.json payload
