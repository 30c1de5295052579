file=pile/lighthouse.crt
[ -s "$file" ] || fail missing
given=$(tr -cd 0-9 <<< "$ANSWER")
[ -n "$given" ] || fail no-answer
year() { openssl x509 -in "$file" -noout "$1" | awk '{ print $(NF - 1) }'; }
[ "$given" != "$(year -enddate)" ] || exit 0
[ "$given" != "$(year -startdate)" ] || fail start "$given"
fail other "$given"
