found=$(listeners t | grep ':8080$')
[ -n "$found" ] || fail nobody
listens t 127.0.0.1:8080 && listens t 127.0.0.2:8080 && exit 0
for each in $found; do
  case $each in 0.0.0.0:* | '[::]:'* | '*:'*) fail everywhere "$each" ;; esac
done
fail one $found
