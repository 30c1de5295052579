found=
for id in $(containers_of hello-world); do
  case $(docker inspect --format '{{.State.Status}} {{.State.ExitCode}}' "$id") in
    'exited 0') exit 0 ;;
    created*) found=created ;;
  esac
done
[ -z "$found" ] || fail created
gone=$(docker events --since 0 --until "$(date +%s)" --filter event=destroy --filter image=hello-world 2>/dev/null)
[ -z "$gone" ] || fail removed
image_exists hello-world && fail pulled
fail none
