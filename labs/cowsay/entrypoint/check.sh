image=test/cowsay-dockerfile
script=$LAB_HOME/cowsay/entrypoint.sh
[ -f "$script" ] || fail no-script
entrypoint=$(image_config "$image" Entrypoint)
case $entrypoint in
  '["/entrypoint.sh"]') ;;
  '["/bin/sh","-c",'*) fail shell-form "$entrypoint" ;;
  '' | null | '[]') fail no-entrypoint ;;
  *) fail other-entrypoint "$entrypoint" ;;
esac
docker history --no-trunc --format '{{.CreatedBy}}' "$image" | grep -Eq '^(COPY|ADD|/bin/sh -c #\(nop\) +(COPY|ADD)) ' || fail not-copied
