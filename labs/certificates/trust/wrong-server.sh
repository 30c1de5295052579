sudo mkdir -p /etc/docker/certs.d/harbour.test
sudo cp certs/registry.crt /etc/docker/certs.d/harbour.test/ca.crt
