container_exists registry || fail none
given=$(tr -cd 0-9 <<< "$ANSWER")
[ -n "$given" ] || fail no-answer
root=$(docker inspect --format '{{range .Mounts}}{{if eq .Destination "/var/lib/registry"}}{{.Source}}{{end}}{{end}}' registry)/docker/registry/v2
blobs=$(find "$root/blobs" -name data | wc -l)
[ "$given" -ne "$blobs" ] || exit 0
layers=$(for file in $(find "$root/blobs" -name data -size -64k); do jq -r '.layers[]?.digest' "$file" 2> /dev/null; done | sort -u | wc -l)
[ "$given" -ne "$layers" ] || fail layers "$given"
[ "$given" -ne "$(find "$root" -type f | wc -l)" ] || fail links "$given"
fail other "$given"
