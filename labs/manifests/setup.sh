# A list of names to read, and a registry of the 2.8 line, which makes schema 1 manifests, with an image of three layers. It is left stopped.
docker run -d --name old-registry -p 5000:5000 registry:2 > /dev/null
bare=(alpine redis:7 nginx:1.27-alpine 'busybox@sha256:5c0b0de8e0ac06e8ae31b0d6a3ad0cf9d2ff3bd5a87fb49eef18e0a7d5a9b7f7' ubuntu:22.04)
names=(harbour/anchor:1.0 crew/chart docker.io/crew/sail localhost/anchor localhost:5000/harbour/anchor:1.0 harbour.test/crew/chart:dev harbour.test:5000/chart registry.hub.docker.com/library/alpine "${bare[@]:0:$((2 + RANDOM % 4))}")
while [ "${#names[@]}" -gt 0 ]; do
  pick=$((RANDOM % ${#names[@]}))
  echo "${names[pick]}"
  unset "names[pick]"
  names=("${names[@]}")
done > "$LAB_HOME/names"
chown "$LAB_USER:" "$LAB_HOME/names"
work=$(mktemp -d)
cd "$work"
head -c 3000 /dev/urandom | base64 > depths
head -c 2000 /dev/urandom | base64 > soundings
printf '%s\n' 'FROM busybox' 'COPY depths /chart/' 'COPY soundings /chart/' 'CMD ["cat", "/chart/depths"]' > Dockerfile
docker build -q -t localhost:5000/harbour/anchor:1.0 . > /dev/null
until curl -sf http://localhost:5000/v2/ > /dev/null; do sleep 0.1; done
docker push -q localhost:5000/harbour/anchor:1.0 > /dev/null
rm -r "$work"
docker stop old-registry > /dev/null
