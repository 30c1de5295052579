image=test/pennant
image_exists "$image" || fail no-image
for dir in $(docker image inspect --format '{{.GraphDriver.Data.UpperDir}} {{.GraphDriver.Data.LowerDir}}' "$image" | tr : ' '); do
  archive=$(find "$dir" -name 'pennant*.gz' -type f 2>/dev/null | head -n 1)
  [ -z "$archive" ] || fail archive "${archive#"$dir"}"
done
if ! image_file "$image" opt/pennant/bin/pennant > /dev/null; then
  image_file "$image" opt/pennant/pennant-1.0/bin/pennant > /dev/null && fail nested
  fail no-program
fi
docker history --no-trunc --format '{{.CreatedBy}}' "$image" | grep -Eq 'sha256sum .*-[a-z]*c|sha256sum .*--check' || fail unchecked
