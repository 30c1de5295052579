container_runs web || fail not-running
right=$(docker inspect --format '{{.NetworkSettings.SandboxID}}' web)
given=$(tr -d ' \t\n",' <<<"$ANSWER"); given=${given#SandboxID:}
[ -n "$given" ] || fail no-answer
[ "${#given}" -ge 12 ] && [[ $right == "$given"* ]] && exit 0
[[ $(docker inspect --format '{{.Id}}' web) == "$given"* ]] && fail container-id
case $given in */netns/*) fail key ;; esac
fail other "$given"
