docker rmi -f $(docker images --format '{{.Repository}}:{{.Tag}}')
