echo "localhost:5000/identidock@$(docker images -q --no-trunc localhost:5000/identidock)" > pinned
