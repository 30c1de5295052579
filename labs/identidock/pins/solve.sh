cd identidock/old
sed -i 's/python:3.5/python:3.12-slim/' Dockerfile
echo 'Flask==3.1.1' > requirements.txt
docker build -q -t pinned .
docker run --rm pinned pip freeze > locked.txt
mv locked.txt requirements.txt
docker build -q -t pinned .
docker run pinned
