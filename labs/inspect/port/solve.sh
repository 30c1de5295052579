echo "answer $(docker port web 80/tcp | head -n 1 | sed 's/.*://')"
