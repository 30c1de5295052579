given=${ANSWER//[[:space:]]/}
given=${given#MODE}; given=${given#[=:]}; given=${given//\"/}
[ -n "$given" ] || fail no-answer
right=$(docker compose -f "$LAB_HOME/crate/compose.yaml" config --format json 2> /dev/null | jq -r '.services.crate.environment.MODE // empty')
[ -n "$right" ] || fail file
[ "$given" != "$right" ] || exit 0
written=$(sed -n 's/^ *MODE: *//p' "$LAB_HOME/crate/compose.yaml")
[ "$given" != "$written" ] || fail written "$given"
[ "$given" != "${written#0}" ] || fail zero "$given"
fail other "$given"
