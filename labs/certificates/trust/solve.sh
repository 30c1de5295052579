sudo mkdir -p /etc/docker/certs.d/harbour.test
sudo cp rootCA.crt /etc/docker/certs.d/harbour.test/ca.crt
