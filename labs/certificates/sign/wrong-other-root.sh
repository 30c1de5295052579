openssl req -x509 -newkey rsa:2048 -nodes -keyout second.key -out second.crt -subj '/CN=Second authority'
openssl x509 -req -in certs/registry.csr -CA second.crt -CAkey second.key -CAcreateserial -out certs/registry.crt -days 5000
