container_exists front || fail gone
container_runs front && fail running
[ "$(container_exit_code front)" != 137 ] || fail killed
