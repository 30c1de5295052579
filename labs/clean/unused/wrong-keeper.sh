docker rm -f keeper
docker image prune -af
