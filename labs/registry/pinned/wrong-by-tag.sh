echo localhost:5000/identidock:0.1 > pinned
