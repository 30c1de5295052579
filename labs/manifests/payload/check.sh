protected=$(jq -r 'select(.schemaVersion == 1) | .signatures[0].protected' schema1.json 2> /dev/null | tr _- /+ | base64 -d 2> /dev/null)
length=$(jq .formatLength <<< "$protected" 2> /dev/null)
[ -n "$length" ] || fail no-source
[ -s payload ] || fail missing
sum() { sha256sum | cut -d ' ' -f 1; }
wanted=$({ head -c "$length" schema1.json; jq -r .formatTail <<< "$protected" | tr _- /+ | base64 -d 2> /dev/null; } | sum)
[ "$(sum < payload)" != "$wanted" ] || exit 0
jq -e .signatures payload > /dev/null 2>&1 && fail whole
[ "$(jq -S . payload 2> /dev/null | sum)" != "$(jq -S 'del(.signatures)' schema1.json | sum)" ] || fail reformatted
[ "$(head -c "$length" payload | sum)" != "$(head -c "$length" schema1.json | sum)" ] || fail tail "$length"
fail other "$length"
