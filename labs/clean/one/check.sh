container_runs keeper || fail keeper
container_runs old-web && fail runs
container_exists old-web && fail stopped
exit 0
