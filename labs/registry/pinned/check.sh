url=http://localhost:5000/v2/identidock/manifests
accept='Accept: application/vnd.docker.distribution.manifest.v2+json'
curl -sf -m 3 http://localhost:5000/v2/ > /dev/null || fail silent
[ -f pinned ] || fail no-file
given=$(tr -d '[:space:]' < pinned)
case $given in
  *sha256:*) ;;
  *) fail by-tag "$given" ;;
esac
digest=sha256:${given##*sha256:}
docker images -q --no-trunc | grep -qxF "$digest" && fail image-id
curl -sf -m 3 -H "$accept" "$url/$digest" > /dev/null || fail unknown "$digest"
[ "$(curl -s -m 3 -H "$accept" "$url/0.1" | sha256sum | cut -d ' ' -f 1)" != "${digest#sha256:}" ] || fail same
image_exists "localhost:5000/identidock@$digest" || fail not-here
