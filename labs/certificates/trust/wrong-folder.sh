sudo mkdir -p /etc/docker/certs.d/harbour.test:443
sudo cp rootCA.crt /etc/docker/certs.d/harbour.test:443/ca.crt
