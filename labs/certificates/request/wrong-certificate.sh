mkdir certs
openssl genrsa -out certs/registry.key 2048
openssl req -x509 -new -key certs/registry.key -out certs/registry.csr -subj /CN=harbour.test
