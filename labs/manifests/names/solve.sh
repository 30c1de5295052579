count=0
while read -r name; do
  first=${name%%/*}
  [ "$first" != "$name" ] || first=docker.io
  case $first in docker.io) count=$((count + 1)) ;; *[.:]* | localhost) ;; *) count=$((count + 1)) ;; esac
done < names
echo "answer $count"
