echo "answer $(docker exec guest sh -c '. /etc/os-release; echo "$PRETTY_NAME"')"
