echo "answer $(docker history -q test/cowsay-dockerfile | wc -l)"
