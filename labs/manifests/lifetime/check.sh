claims=$(cut -d . -f 2 token 2> /dev/null | tr _- /+ | base64 -d 2> /dev/null)
right=$(jq '.exp - .iat' <<< "$claims" 2> /dev/null)
[ -n "$right" ] || fail no-token
given=$(tr -cd 0-9 <<< "$ANSWER")
[ -n "$given" ] || fail no-answer
[ "$given" != "$right" ] || exit 0
[ "${#given}" -lt 10 ] || fail moment "$given"
fail other "$given"
