mkdir poster
printf '%s\n' 'FROM debian:bookworm-slim' 'RUN apt-get update && apt-get install -y cowsay && /usr/games/cowsay Ahoy > /poster.txt' > poster/Dockerfile
docker build -q -t test/poster poster
