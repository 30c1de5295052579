mkdir certs
openssl genrsa -out certs/registry.key 2048
openssl req -new -key rootCA.key -out certs/registry.csr -subj /CN=harbour.test
