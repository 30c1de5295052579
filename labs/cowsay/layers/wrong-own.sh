echo "answer $(docker history --format '{{.Size}}' test/cowsay-dockerfile | grep -vc '^0B$' | awk '{ print $1 - 1 }')"
