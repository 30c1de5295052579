mine=$(ip -4 -o addr show eth0 | awk '{ sub(/\/.*/, "", $4); print $4; exit }')
given=${ANSWER//[[:space:]]/}
given=${given%%/*}
[ -n "$given" ] || fail no-answer
[ "$given" != "$mine" ] || exit 0
case $given in 127.*) fail loopback "$given" ;; esac
other=$(ip -4 -o addr | awk -v address="$given" 'index($4, address "/") == 1 { print $2; exit }')
[ -z "$other" ] || fail other-interface "$given" "$other"
[ "${given%.*}" != "${mine%.*}" ] || fail last-number "$given"
fail wrong "$given"
