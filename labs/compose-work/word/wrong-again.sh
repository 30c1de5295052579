echo "answer $(docker run --rm busybox sh -c "tr -dc a-z < /dev/urandom | head -c 7")"
