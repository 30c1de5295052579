echo "answer $(docker exec guest uname -r)"
