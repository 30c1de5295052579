cd identidock/old
sed -i 's/python:3.5/python:3.12-slim/' Dockerfile
docker build -q -t pinned .
docker run pinned
true
