# A network whose size and place are different each time, and one container in it.
prefix=$((19 + RANDOM % 4))
shift=$((24 - prefix))
# Neither the /16 nor the /24 of the address begins where the network does.
first=$(((64 + RANDOM % 128) >> shift << shift))
third=$((first + 1 + RANDOM % ((1 << shift) - 1)))
fourth=$((2 + RANDOM % 250))
docker network create --subnet "172.28.$first.0/$prefix" yard > /dev/null
# The first address of the network is the gateway's; .1 is never drawn.
docker run -d --name crane --restart always --network yard --ip "172.28.$third.$fourth" busybox sleep 1000000 > /dev/null
