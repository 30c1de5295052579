web=$(docker inspect --format '{{.NetworkSettings.IPAddress}}' web)
sudo timeout 4 tcpdump -n -i docker0 tcp port 80 > packets.txt 2> /dev/null &
sleep 1.5
curl -s "http://$web/"
wait
