curl -sL -H "Authorization: Bearer $(cat token)" "https://registry-1.docker.io/v2/library/alpine/blobs/$(jq -r .config.digest manifest.json)" | jq . > config.json
