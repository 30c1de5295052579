docker pull -q alpine
docker tag alpine registry.hub.docker.com/library/alpine
