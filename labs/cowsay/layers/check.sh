image=test/cowsay-dockerfile
layers=$(docker image inspect --format '{{len .RootFS.Layers}}' "$image" 2>/dev/null) || fail no-image
given=${ANSWER//[[:space:]]/}
[ -n "$given" ] || fail no-answer
[ "$given" != "$layers" ] || exit 0
[ "$given" != "$(docker history -q "$image" | wc -l)" ] || fail history-lines "$given"
[ "$given" != "$((layers - 1))" ] || fail own-only "$given"
fail wrong-number "$given"
