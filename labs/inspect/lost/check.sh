changes=$(docker diff stevedore 2>/dev/null) || fail gone
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
kind=$(awk -v name="${given##*/}" '{ last = $2; sub(/.*\//, "", last) } last == name { print $1 }' <<<"$changes")
case $kind in
  D) exit 0 ;;
  A) fail added "$given" ;;
  C) fail changed "$given" ;;
esac
fail other "$given"
