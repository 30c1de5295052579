curl -s -o index.json -H 'Accept: application/vnd.oci.image.index.v1+json' https://registry-1.docker.io/v2/library/alpine/manifests/latest
