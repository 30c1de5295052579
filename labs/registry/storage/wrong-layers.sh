echo "answer $(docker image inspect --format '{{len .RootFS.Layers}}' harbour.test:5000/alpine:local)"
