echo '{ "insecure-registries": ["harbour.test:5000"], }' | sudo tee /etc/docker/daemon.json
