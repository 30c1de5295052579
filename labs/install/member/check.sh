mode=$(stat -L -c %a /var/run/docker.sock)
case $mode in *[2367]) fail open "$mode" ;; esac
groups=$(id -nG visitor)
grep -qw "$(stat -L -c %G /var/run/docker.sock)" <<<"$groups" || fail refused "$groups"
grep -qw crew <<<"$groups" || fail lost-crew
