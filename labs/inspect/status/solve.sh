echo "answer $(docker ps -a --filter exited=3 --format '{{.Names}}')"
