container_exists registry || fail none
container_runs registry || fail stopped
published=$(docker inspect --format '{{range $inside, $at := .HostConfig.PortBindings}}{{range $at}}{{.HostPort}}:{{$inside}} {{end}}{{end}}' registry)
case " $published" in
  ' ') fail not-published ;;
  *' 5000:5000/tcp '*) ;;
  *' 5000:'*) inside=${published#*5000:}; fail inside "${inside%%/*}" ;;
  *) fail host-port "${published%/tcp *}" ;;
esac
curl -sf -m 3 http://localhost:5000/v2/ > /dev/null || fail silent
