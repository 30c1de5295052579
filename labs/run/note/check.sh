layer=$(docker inspect --format '{{.GraphDriver.Data.UpperDir}}' quizzical_wright 2>/dev/null) || fail removed
word=$(cat "$layer/root/note.txt" 2>/dev/null) || fail removed
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
[ "$given" != "$word" ] || exit 0
case $given in *note.txt) fail path "$given" ;; esac
fail other "$given"
