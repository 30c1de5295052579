container_runs keeper || fail keeper
container_exists waiting || fail waiting
left=$(docker ps -aq -f status=exited | wc -l)
[ "$left" -eq 0 ] || fail left "$left"
docker volume inspect ledger > /dev/null 2>&1 || fail ledger
count=$(docker volume ls -q | grep -cxFf /root/anonymous.txt)
[ "$count" -eq 0 ] || fail volumes "$count"
