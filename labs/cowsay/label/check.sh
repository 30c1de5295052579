image=test/cowsay-dockerfile
labels=$(image_config "$image" Labels)
author=$(docker image inspect --format '{{.Author}}' "$image" 2>/dev/null)
if [[ $labels != *'"maintainer":'* ]]; then
  grep -Eqi '^[[:space:]]*LABEL[[:space:]].*maintainer' "$LAB_HOME/cowsay/Dockerfile" 2>/dev/null && fail not-rebuilt
  fail no-label
fi
[ -n "$(image_label "$image" maintainer)" ] || fail empty-label
[ -z "$author" ] || fail still-maintainer "$author"
