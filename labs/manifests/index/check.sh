digests=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' alpine 2> /dev/null) || fail no-image
digest=$(sed -n 's/^alpine@sha256://p' <<< "$digests")
[ -n "$digest" ] || fail no-image
[ -s index.json ] || fail missing
sum() { sha256sum | cut -d ' ' -f 1; }
[ "$(sum < index.json)" != "$digest" ] || exit 0
head -c 5 index.json | grep -q '^HTTP' && fail headers
error=$(jq -r '.errors[0].code // empty' index.json 2> /dev/null)
[ -z "$error" ] || fail error "$error"
[ "$(jq -r '.schemaVersion' index.json 2> /dev/null)" != 1 ] || fail schema-1
jq -e .layers index.json > /dev/null 2>&1 && fail manifest
[ "$(jq -cj . index.json 2> /dev/null | sum)" != "$digest" ] || fail reformatted
fail other
