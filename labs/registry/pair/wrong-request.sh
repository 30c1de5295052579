mkdir registry_certs
openssl req -newkey rsa:2048 -nodes -sha256 -keyout registry_certs/domain.key -out registry_certs/domain.crt -subj /CN=harbour.test -addext subjectAltName=DNS:harbour.test
