sudo mkdir -p /etc/docker/certs.d/harbour.test
sudo cp rootCA.key /etc/docker/certs.d/harbour.test/ca.crt
