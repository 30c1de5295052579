echo '{ "insecure-registries": ["harbour.test"] }' | sudo tee /etc/docker/daemon.json
sudo service docker restart
until docker info > /dev/null 2>&1; do sleep 0.1; done
docker pull -q harbour.test:5000/identidock:0.1
