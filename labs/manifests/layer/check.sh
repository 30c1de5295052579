layers=$(docker image inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' localhost:5000/harbour/anchor:1.0 2> /dev/null | grep .) || fail no-image
[ -s layer.tar.gz ] || fail missing
error=$(jq -r '.errors[0].code // empty' layer.tar.gz 2> /dev/null)
[ -z "$error" ] || fail error "$error"
sum() { printf 'sha256:%s' "$(sha256sum | cut -d ' ' -f 1)"; }
grep -qxF "$(sum < layer.tar.gz)" <<< "$layers" && fail unpacked
unpacked=$(gunzip -c < layer.tar.gz 2> /dev/null | sum)
[ "$unpacked" != "$(tail -n 1 <<< "$layers")" ] || exit 0
place=$(grep -nxF "$unpacked" <<< "$layers" | cut -d : -f 1)
[ -n "$place" ] || fail not-a-layer
fail other-layer "$place" "$(wc -l <<< "$layers")"
