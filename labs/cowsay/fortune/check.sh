image=test/cowsay-dockerfile
found=
for id in $(containers_of "$image"); do
  [ "$(docker inspect --format '{{.Path}} {{json .Args}}' "$id")" = '/entrypoint.sh []' ] || continue
  code=$(container_exit_code "$id")
  log=$(docker logs "$id" 2>&1)
  if [ "$code" != 0 ]; then found="failed $code ${id:0:12}"; continue; fi
  if [[ $log != *'(oo)'* ]]; then found="no-cow ${id:0:12}"; continue; fi
  said=$(sed -n '/^ _/,/^ -/p' <<<"$log" | sed '1d;$d' | tr -d '<>|/\\ \t\n')
  if [ -z "$said" ]; then found=says-nothing; continue; fi
  exit 0
done
case $found in
  failed*) set -- $found; fail failed "$2" "$3" ;;
  no-cow*) fail no-cow "${found#* }" ;;
  says-nothing) fail says-nothing ;;
esac
fail not-run
