curl -sL -o manifest.json -H "Authorization: Bearer $(cat token)" "https://registry-1.docker.io/v2/library/alpine/blobs/$(docker image inspect --format '{{.Id}}' alpine)"
