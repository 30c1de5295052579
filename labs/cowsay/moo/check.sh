image=test/cowsay-dockerfile
others=
status=
silent=
for id in $(containers_of "$image"); do
  args=$(docker inspect --format '{{.Path}} {{join .Args " "}}' "$id")
  if [ "${args,,}" != '/entrypoint.sh moo' ]; then others=$args; continue; fi
  code=$(container_exit_code "$id")
  if [ "$code" != 0 ]; then status=$code; continue; fi
  if docker logs "$id" 2>&1 | grep -qF '(oo)'; then exit 0; fi
  silent=${id:0:12}
done
[ -z "$silent" ] || fail no-cow "$silent"
if [ -n "$status" ]; then
  inside=$(image_file "$image" entrypoint.sh) && IFS= read -r first < "$inside"
  [[ -z $inside || $first == '#!'* ]] || fail no-shebang "${first:0:60}"
  fail failed "$status"
fi
[ -z "$others" ] || fail no-argument "${others#* }"
gone=$(docker events --since 0 --until "$(date +%s)" --filter type=container --filter event=destroy --filter "image=$image" 2>/dev/null)
[ -z "$gone" ] || fail removed
fail not-run
