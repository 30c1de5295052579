docker start quizzical_wright > /dev/null
echo "answer $(docker exec quizzical_wright cat /root/note.txt)"
