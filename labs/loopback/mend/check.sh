container_exists shy || fail no-container
container_runs shy || fail not-running
docker inspect --format '{{range $port, $to := .NetworkSettings.Ports}}{{range $to}}{{.HostPort}} {{end}}{{end}}' shy | grep -qw 8080 || fail not-published
page=$(curl -s -m 3 http://localhost:8080/)
[ "$page" != "$(cat "$LAB_HOME/site/index.html")" ] || exit 0
listening=$(docker inspect --format '{{join .Args " "}}' shy | sed -n 's/.*-p *\(127\.[0-9.]*\|localhost\|\[*::1\]*\):\([0-9]*\).*/\1:\2/p')
[ -z "$listening" ] || fail still-inside "$listening"
fail other-page
