openssl req -new -key certs/registry.key -out certs/registry.csr -subj /CN=harbour.test -addext subjectAltName=DNS:harbour.test
openssl x509 -req -in certs/registry.csr -CA rootCA.crt -CAkey rootCA.key -CAcreateserial -out certs/registry.crt -days 5000
