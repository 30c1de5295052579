docker rm -f $(docker ps -q)
