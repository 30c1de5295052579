docker pull -q alpine
docker pull -q registry.hub.docker.com/library/alpine
