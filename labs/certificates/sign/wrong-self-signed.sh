openssl x509 -req -in certs/registry.csr -signkey certs/registry.key -out certs/registry.crt -days 5000
