web=$(docker inspect --format '{{.NetworkSettings.IPAddress}}' web)
sudo timeout 4 tcpdump -n -i docker0 tcp > packets.txt 2> /dev/null &
sleep 1.5
curl -s "http://$web:81/"
wait
