curl -sL -o config.json -H "Authorization: Bearer $(cat token)" "https://registry-1.docker.io/v2/library/alpine/blobs/$(jq -r .config.digest manifest.json)"
