echo "answer $(docker ps -a --filter exited=42 --format '{{.Names}}')"
