container_runs keeper || fail keeper
image_exists busybox || fail untagged
used=$(docker ps -aq | xargs -r docker inspect --format '{{.Image}}' | sort -u)
while read -r id name; do
  grep -qx "$id" <<<"$used" || fail left "$name"
done < <(docker images --no-trunc --format '{{.ID}} {{.Repository}}:{{.Tag}}')
exit 0
