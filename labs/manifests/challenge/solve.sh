curl -D - -s https://registry-1.docker.io/v2/library/alpine/manifests/latest > challenge
