echo "answer $(($(docker image inspect --format '{{.Size}}' harbour/fat) / 1000000))"
