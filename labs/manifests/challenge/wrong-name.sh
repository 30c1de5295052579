curl -D - -s https://registry-1.docker.io/v2/alpine/manifests/latest > challenge
