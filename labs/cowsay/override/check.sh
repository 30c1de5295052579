said=
other=
quoted=
for id in $(containers_of test/cowsay-dockerfile); do
  path=$(docker inspect --format '{{.Path}}' "$id")
  args=$(docker inspect --format '{{join .Args " "}}' "$id")
  case "$path $args" in
    'cat /etc/os-release' | '/bin/cat /etc/os-release' | '/usr/bin/cat /etc/os-release') exit 0 ;;
    '/entrypoint.sh cat '*) said=1 ;;
    /entrypoint.sh*) ;;
    *' '*' ') quoted=$path ;;
    *) other="$path $args" ;;
  esac
done
[ -z "$other" ] || fail other-file "$other"
[ -z "$quoted" ] || fail quoted "$quoted"
[ -z "$said" ] || fail cow-said-it
fail not-run
