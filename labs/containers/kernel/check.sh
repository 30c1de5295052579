given=$(xargs <<<"$ANSWER")
[ -n "$given" ] || fail no-answer
case $given in
  "$(uname -r)") exit 0 ;;
  12 | 12.* | *[Dd]ebian\ * | *bookworm* | *[Gg][Nn][Uu]*) fail distribution "$given" ;;
esac
fail other "$given"
