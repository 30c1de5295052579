docker images --digests --format '{{.Repository}}@{{.Digest}}' localhost:5000/identidock > pinned
docker pull -q busybox
docker tag busybox localhost:5000/identidock:0.1
docker push -q localhost:5000/identidock:0.1
