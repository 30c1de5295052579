mkdir certs
openssl genrsa -out certs/registry.key 2048
openssl req -new -key certs/registry.key -out certs/registry.csr -subj '/CN=Harbour registry'
