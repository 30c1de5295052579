right=$(docker ps -a --filter exited=3 --format '{{.Names}}')
[ -n "$right" ] || fail gone
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
name=$(docker inspect --type container --format '{{slice .Name 1}}' "$given" 2>/dev/null) || fail unknown "$given"
[ "$given" = "$name" ] || [ "${#given}" -ge 12 ] || fail unknown "$given"
grep -qx "$name" <<<"$right" && exit 0
container_runs "$name" && fail running "$name"
fail other-status "$name" "$(container_exit_code "$name")"
