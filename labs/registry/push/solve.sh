docker pull -q alpine
docker tag alpine localhost:5000/identidock:0.1
docker push -q localhost:5000/identidock:0.1
