docker start old-registry
until curl -sf http://localhost:5000/v2/; do sleep 0.1; done
url=http://localhost:5000/v2/harbour/anchor
digest=$(curl -s -H 'Accept: application/vnd.docker.distribution.manifest.v2+json' "$url/manifests/1.0" | jq -r '.layers[0].digest')
curl -s -o layer.tar.gz "$url/blobs/$digest"
