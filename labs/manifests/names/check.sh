[ -s names ] || fail missing
given=$(tr -cd 0-9 <<< "$ANSWER")
[ -n "$given" ] || fail no-answer
right=$(awk -F / 'NF == 1 || $1 == "docker.io" || ($1 !~ /[.:]/ && $1 != "localhost")' names | wc -l)
[ "$given" != "$right" ] || exit 0
[ "$given" != "$(grep -vc / names)" ] || fail bare "$given"
[ "$given" != $((right - $(grep -c '^docker\.io/' names))) ] || fail written "$given"
[ "$given" != $((right + $(grep -c '^registry\.hub\.docker\.com/' names))) ] || fail hub-host "$given"
fail other "$given"
