wanted=$(jq -r '[.manifests[] | select(.platform.architecture == "amd64" and .platform.os == "linux")][0].digest' index.json 2> /dev/null) || fail no-index
[ -s manifest.json ] || fail missing
sum() { printf 'sha256:%s' "$(sha256sum | cut -d ' ' -f 1)"; }
actual=$(sum < manifest.json)
[ "$actual" != "$wanted" ] || exit 0
error=$(jq -r '.errors[0].code // empty' manifest.json 2> /dev/null)
[ -z "$error" ] || fail error "$error"
jq -e .manifests manifest.json > /dev/null 2>&1 && fail index
jq -e .rootfs manifest.json > /dev/null 2>&1 && fail config
jq -r '.manifests[].digest' index.json | grep -qxF "$actual" && fail platform
[ "$(jq -cj . manifest.json 2> /dev/null | sum)" != "$wanted" ] || fail reformatted
fail other
