docker pull -q alpine
docker tag alpine localhost:5000/identidock
docker push -q localhost:5000/identidock
