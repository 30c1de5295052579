# An image that is too large, and a web host with archives, one of which is not what it claims to be.
work=$(mktemp -d)
cd "$work"
count=$((20 + RANDOM % 40))
mkdir fat
printf '%s\n' 'FROM busybox' "RUN dd if=/dev/zero of=/cargo.bin bs=1000000 count=$count" 'RUN dd if=/dev/zero of=/ballast.bin bs=1000000 count=7' 'RUN rm /cargo.bin' 'CMD ["true"]' > fat/Dockerfile
docker build -q -t harbour/fat fat > /dev/null
mkdir -p /srv/files pennant-1.0/bin pennant-1.0/share
printf '#!/bin/sh\necho "~~ pennant 1.0 ~~"\n' > pennant-1.0/bin/pennant
chmod 755 pennant-1.0/bin/pennant
head -c 400000 /dev/urandom > pennant-1.0/share/colours
tar -czf /srv/files/pennant-1.0.tar.gz pennant-1.0
for name in north east west; do
  mkdir "chart-$name"
  head -c 4000 /dev/urandom > "chart-$name/depths"
  tar -czf "/srv/files/chart-$name.tar.gz" "chart-$name"
done
cd /srv/files
sha256sum *.tar.gz > SHA256SUMS
set -- north east west
shift $((RANDOM % 3))
echo "rocks" >> "$work/chart-$1/depths"
tar -czf "chart-$1.tar.gz" -C "$work" "chart-$1"
docker run -d --name files --restart always -p 8000:80 -v /srv/files:/www:ro busybox httpd -f -p 80 -h /www > /dev/null
mkdir -p "$LAB_HOME/site/old"
echo '172.17.0.1 GET /' > "$LAB_HOME/site/access.log"
echo '172.17.0.1 GET /old' > "$LAB_HOME/site/old/access.log"
chown -R "$LAB_USER:" "$LAB_HOME/site"
rm -r "$work"
