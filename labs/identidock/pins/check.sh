image_exists pinned || fail no-image
version=$(docker image inspect --format '{{range .Config.Env}}{{println .}}{{end}}' pinned | sed -n 's/^PYTHON_VERSION=//p')
[[ $version != 3.5* ]] || fail still-old
last=$(docker ps -aq --filter ancestor=pinned | head -1)
[ -n "$last" ] || fail not-run
status=$(container_exit_code "$last")
if [ "$status" != 0 ]; then
  docker logs "$last" 2>&1 | grep -q "name 'escape'" && fail escape
  fail failed "$status"
fi
file=$LAB_HOME/identidock/old/requirements.txt
for name in flask werkzeug jinja2; do grep -qi "^$name==[0-9]" "$file" || fail unlocked "$name"; done
