docker rm -vf $(docker ps -aq)
