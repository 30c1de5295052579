ports=$(ss -Htn | awk '$1 == "ESTAB" && $5 == "127.0.0.1:8080" { sub(/.*:/, "", $4); print $4 }')
[ -n "$ports" ] || fail no-connection
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
[ "$given" != 8080 ] || fail server-port
for port in $ports; do [ "$given" != "$port" ] || exit 0; done
fail wrong-number "$given"
