name=registry.hub.docker.com/library/alpine
if ! image_exists "$name:latest"; then
  image_exists alpine && fail plain
  fail none
fi
docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$name:latest" | grep -q "^$name@" || fail tagged
