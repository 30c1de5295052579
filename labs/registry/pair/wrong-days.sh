mkdir registry_certs
openssl req -newkey rsa:4096 -nodes -sha256 -keyout registry_certs/domain.key -x509 -out registry_certs/domain.crt -subj /CN=harbour.test -addext subjectAltName=DNS:harbour.test
