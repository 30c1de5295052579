container_runs private || fail no-container
address=$(docker inspect --format '{{range $port, $to := .NetworkSettings.Ports}}{{range $to}}{{.HostIp}} {{.HostPort}}{{"\n"}}{{end}}{{end}}' private | awk '$2 == 8081 { print $1; exit }')
[ -n "$address" ] || fail not-published
case $address in 127.* | ::1) ;; *) fail everyone "$address" ;; esac
listening=$(docker inspect --format '{{join .Args " "}}' private | sed -n 's/.*-p *\(127\.[0-9.]*\|localhost\|\[*::1\]*\):\([0-9]*\).*/\1:\2/p')
[ -z "$listening" ] || fail inside "$listening"
[ "$(curl -s -m 3 http://127.0.0.1:8081/)" = "$(cat "$LAB_HOME/site/index.html")" ] || fail silent
