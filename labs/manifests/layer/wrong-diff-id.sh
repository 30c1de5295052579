docker start old-registry
until curl -sf http://localhost:5000/v2/; do sleep 0.1; done
curl -s -o layer.tar.gz "http://localhost:5000/v2/harbour/anchor/blobs/$(docker image inspect --format '{{json .RootFS.Layers}}' localhost:5000/harbour/anchor:1.0 | jq -r '.[-1]')"
