echo '{ "insecure-registries": ["harbour.test:5000"] }' | sudo tee /etc/docker/daemon.json
docker pull -q harbour.test:5000/identidock:0.1
