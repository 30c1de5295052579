curl -s 'https://auth.docker.io/token?service=registry.docker.io&scope=repository:library/alpine:pull' | jq -r .token > token
curl -s -H "Authorization: Bearer $(cat token)" -H 'Accept: application/vnd.oci.image.index.v1+json' https://registry-1.docker.io/v2/library/alpine/manifests/latest | jq . > index.json
