echo 'subjectAltName = DNS:harbour.test' > san.ext
openssl x509 -req -in certs/registry.csr -CA rootCA.crt -CAkey rootCA.key -CAcreateserial -out certs/registry.crt -days 5000 -extfile san.ext
