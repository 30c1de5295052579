# A network whose size and place are different each time, and one container in it.
prefix=$((19 + RANDOM % 4))
third=$((RANDOM % 256))
fourth=$((2 + RANDOM % 250))
shift=$((24 - prefix))
docker network create --subnet "172.28.$((third >> shift << shift)).0/$prefix" yard > /dev/null
# The first address of the network is the gateway's; .1 is never drawn.
docker run -d --name crane --restart always --network yard --ip "172.28.$third.$fourth" busybox sleep 1000000 > /dev/null
