digest=$(jq -r '.manifests[] | select(.platform.architecture == "amd64" and .platform.os == "linux") | .digest' index.json)
curl -s -H "Authorization: Bearer $(cat token)" -H 'Accept: application/vnd.oci.image.manifest.v1+json' "https://registry-1.docker.io/v2/library/alpine/manifests/$digest" | jq . > manifest.json
