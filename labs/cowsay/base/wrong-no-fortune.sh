cd cowsay
printf 'FROM debian:bookworm-slim\nRUN apt-get update && apt-get install -y cowsay\n' > Dockerfile
docker build -t test/cowsay-dockerfile .
