container_runs crane || fail no-container
address=$(docker inspect --format '{{.NetworkSettings.Networks.yard.IPAddress}}' crane)
given=${ANSWER//[[:space:]._]/}
[ -n "$given" ] || fail no-answer
[[ $given != *[!01]* ]] || fail not-binary
[ "${#given}" = 32 ] || fail short "${#given}"
place=0
for byte in ${address//./ }; do
  written=$((2#${given:place * 8:8}))
  place=$((place + 1))
  [ "$written" = "$byte" ] || fail byte "$place" "$written" "$byte"
done
