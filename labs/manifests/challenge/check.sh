[ -s challenge ] || fail missing
text=$(tr -d '\r' < challenge)
status=$(grep -m 1 '^HTTP/' <<< "$text") || fail no-headers
case "$status " in *' 401 '*) ;; *) fail status "$status" ;; esac
scope=$(grep -i -m 1 '^www-authenticate:' <<< "$text" | grep -o 'scope="[^"]*"' | cut -d '"' -f 2)
[ -n "$scope" ] || fail no-scope
name=${scope#repository:}; name=${name%:*}
[ "$name" = library/alpine ] || fail name "$name"
