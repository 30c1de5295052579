image_exists test/tidy || fail no-image
base=$(docker image inspect --format '{{.Size}}' busybox)
more=$(($(docker image inspect --format '{{.Size}}' test/tidy) - base))
[ "$more" -le 1000000 ] || fail too-big "$((more / 1000000))"
sum=$(image_file test/tidy cargo.sha256) || fail no-sum
[ "$(awk '{ print $1; exit }' "$sum")" = 5cea420a169be50cd615ee30e570f980afb5eb88e8431d652202fc99df58ed7d ] || fail other-sum
