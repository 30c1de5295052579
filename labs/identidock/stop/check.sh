container_exists front || fail gone
container_runs front && fail running
[ "$(container_exit_code front)" = 137 ] || exit 0
script=$(image_file "$(docker inspect --format '{{.Image}}' front)" cmd.sh)
grep -q '^ *trap .*TERM' "$script" && ! grep -q 'exec gunicorn' "$script" && fail trap
fail killed
