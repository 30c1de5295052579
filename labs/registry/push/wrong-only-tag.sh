docker pull -q alpine
docker tag alpine localhost:5000/identidock:0.1
