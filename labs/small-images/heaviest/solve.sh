echo "answer $(($(docker history --human=false --format '{{.Size}}' harbour/fat | sort -n | tail -n 1) / 1000000))"
