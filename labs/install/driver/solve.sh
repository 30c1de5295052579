echo "answer $(docker info --format '{{.Driver}}')"
