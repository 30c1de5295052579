openssl s_client -connect harbour.test:5000 < /dev/null 2> /dev/null | openssl x509 -out ca.crt
sudo mkdir -p /etc/docker/certs.d/harbour.test:5000
sudo cp ca.crt /etc/docker/certs.d/harbour.test:5000/ca.crt
