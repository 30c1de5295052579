cd identidock/old
docker build -q -t pinned .
docker run pinned
