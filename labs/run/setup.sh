# A container of an earlier day: it was given a note, and then stopped.
docker run -dit --name quizzical_wright ubuntu bash > /root/quizzical.id
docker exec quizzical_wright sh -c "echo berth-$((100 + RANDOM % 900)) > /root/note.txt"
docker stop -t 0 quizzical_wright > /dev/null
