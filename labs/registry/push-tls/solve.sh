sudo mkdir -p /etc/docker/certs.d/harbour.test:5000
sudo cp registry_certs/domain.crt /etc/docker/certs.d/harbour.test:5000/ca.crt
docker tag alpine harbour.test:5000/alpine:local
docker push -q harbour.test:5000/alpine:local
