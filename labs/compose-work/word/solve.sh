cd quay
echo "answer $(docker compose logs clerk | sed -n "s/.*word of the day: //p" | tail -n 1)"
