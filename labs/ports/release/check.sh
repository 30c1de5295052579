listens t 127.0.0.2:8080 || fail both-gone
if listens t 127.0.0.1:8080; then
  pid=$(ss -Hltnp | grep -F ' 127.0.0.1:8080 ' | sed -n 's/.*pid=\([0-9]*\).*/\1/p')
  case $(ps -o stat= -p "$pid") in T*) fail stopped "$pid" ;; esac
  fail still-there "$pid"
fi
