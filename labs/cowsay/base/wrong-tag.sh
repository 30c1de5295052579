cd cowsay
printf 'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y cowsay fortune\n' > Dockerfile
docker build -t cowsay .
