docker pull -q alpine
docker tag alpine identidock:0.1
docker push -q identidock:0.1
