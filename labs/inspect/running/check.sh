file=$LAB_HOME/running.txt
[ -f "$file" ] || fail no-file
grep -q 'CONTAINER ID' "$file" && fail table
while read -r name rest; do
  [ -n "$name" ] || continue
  container_exists "$name" && [ "$(docker inspect --format '{{slice .Name 1}}' "$name")" = "$name" ] || continue
  container_runs "$name" || fail stopped "$name"
done < "$file"
for name in $(docker ps --format '{{.Names}}'); do grep -qx "$name" "$file" || fail missing "$name"; done
