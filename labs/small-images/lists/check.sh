image=test/moo
image_exists "$image" || fail no-image
image_file "$image" usr/games/cowsay > /dev/null || fail no-package
count=0
for dir in $(docker image inspect --format '{{.GraphDriver.Data.UpperDir}} {{.GraphDriver.Data.LowerDir}}' "$image" | tr : ' '); do
  count=$((count + $(find "$dir/var/lib/apt/lists" -type f -name '*_*' 2>/dev/null | wc -l)))
done
[ "$count" -eq 0 ] || fail left "$count"
