# What a few weeks of work leave behind.
cd "$(mktemp -d)"
docker volume create ledger > /dev/null
docker run -d --name keeper --restart always -v ledger:/data busybox sleep 1000000 > /dev/null
docker run -d --name old-web busybox httpd -f -p 80 > /dev/null
docker run --name done-1 -v /data busybox true
docker run --name done-2 -v ledger:/data -v /cache busybox true
docker run --name done-3 busybox sh -c 'exit 1' || true
docker create --name waiting busybox true > /dev/null
docker volume ls -q | grep -vx ledger > /root/anonymous.txt
for version in 1 2; do
  docker run --name "make-$version" busybox sh -c "echo $version > /version"
  docker commit "make-$version" test/app > /dev/null
done
docker commit -c 'LABEL harbour=yes' make-1 test/harbour:1 > /root/harbour.id
docker tag test/harbour:1 test/harbour:2
docker rm make-1 make-2 > /dev/null
docker pull -q alpine > /dev/null 2>&1 || true
