length=$(stat -c %s "$LAB_HOME/letter.txt" 2>/dev/null) || fail no-letter
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
case $given in
  $((length + 1))) exit 0 ;;
  "$length") fail length "$given" ;;
  $((length + 2))) fail fin "$given" ;;
  ???????*) fail absolute "$given" ;;
esac
fail other "$given"
