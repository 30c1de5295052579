image=test/cowsay-dockerfile
if ! image_exists "$image"; then
  from=$(sed -n 's/^[[:space:]]*[Ff][Rr][Oo][Mm][[:space:]]\{1,\}\([^[:space:]]*\).*/\1/p' "$LAB_HOME/cowsay/Dockerfile" 2>/dev/null | tail -n 1)
  [ -n "$from" ] || fail empty-dockerfile
  case $from in debian:wheezy* | debian:7*) fail wheezy "$from" ;; esac
  other=$(docker images --format '{{.Repository}}:{{.Tag}}' | grep -i cowsay | head -n 1)
  [ -z "$other" ] || fail other-name "$other"
  fail no-image
fi
history=$(docker history --no-trunc --format '{{.CreatedBy}}' "$image")
for package in cowsay fortune; do
  grep -q "install.*$package" <<<"$history" || fail no-package "$package"
done
