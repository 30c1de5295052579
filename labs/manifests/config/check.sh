id=$(docker image inspect --format '{{.Id}}' alpine 2> /dev/null) || fail no-image
[ -s config.json ] || fail missing
sum() { printf 'sha256:%s' "$(sha256sum | cut -d ' ' -f 1)"; }
[ "$(sum < config.json)" != "$id" ] || exit 0
error=$(jq -r '.errors[0].code // empty' config.json 2> /dev/null)
[ -z "$error" ] || fail error "$error"
jq -e '.layers // .manifests' config.json > /dev/null 2>&1 && fail manifest
jq -e .rootfs config.json > /dev/null 2>&1 && fail reformatted
fail other
