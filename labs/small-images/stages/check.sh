image=test/poster
image_exists "$image" || fail no-image
image_size_at_most "$image" 10000000 || fail too-big "$(($(docker image inspect --format '{{.Size}}' "$image") / 1000000))"
poster=$(image_file "$image" poster.txt) || fail no-poster
grep -qF '(oo)' "$poster" || fail no-cow
