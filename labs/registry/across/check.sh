image=harbour.test:5000/alpine
image_exists "$image:local" || fail none
docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$image:local" | grep -q "^$image@" || fail tagged
