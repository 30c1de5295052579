if ! container_exists leorcont; then
  other=$(docker ps -a --filter ancestor=ubuntu --format '{{.Names}}' | grep -vx -e quizzical_wright -e scratch | head -n 1)
  [ -z "$other" ] || fail no-name "$other"
  fail none
fi
image=$(docker inspect --format '{{.Config.Image}}' leorcont)
case $image in ubuntu | ubuntu:*) ;; *) fail other-image "$image" ;; esac
[ "$(docker inspect --format '{{.Config.Tty}}' leorcont)" = true ] || fail no-tty
[ "$(docker inspect --format '{{.Config.OpenStdin}}' leorcont)" = true ] || fail no-stdin
command=$(docker inspect --format '{{.Path}}' leorcont)
case ${command##*/} in bash) ;; *) fail other-command "$command" ;; esac
