docker pull -q docker.io/library/alpine
