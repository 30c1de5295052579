# A web server, a container that has worked on its files, and some that have ended, each in its own way.
docker run -d --name web -p 80 busybox httpd -f -p 80 > /dev/null
pallets=$(seq -f '%02g' 1 12 | shuf)
set -- $pallets
docker run --name packing busybox sh -c 'mkdir -p /srv/cargo; for each in 01 02 03 04 05 06 07 08 09 10 11 12; do echo "$each" > "/srv/cargo/pallet-$each"; done'
docker commit packing harbour/cargo > /dev/null
docker rm packing > /dev/null
docker run -d --name stevedore harbour/cargo sleep 1000000 > /dev/null
docker exec stevedore sh -c "rm /srv/cargo/pallet-$1; echo more >> /srv/cargo/pallet-$2; echo new > /srv/cargo/pallet-$((13 + RANDOM % 50))"
codes=$(printf '%s\n' 0 1 3 42 | shuf)
set -- $codes
for name in tug ferry barge skiff; do docker run --name "$name" busybox sh -c "exit $1" || true; shift; done
