nc -dlk 127.0.0.1 9000 > copy.txt &
server=$!
sudo timeout 4 tcpdump -n  -i lo tcp port 9000 > letter-packets.txt 2> /dev/null &
sleep 1.5
nc -N 127.0.0.1 9000 < letter.txt
sleep 3
kill "$server"
echo "answer $(sed -n 's/.*9000 > .*\[\.\].* ack \([0-9]*\),.*/\1/p' letter-packets.txt | head -n 1)"
