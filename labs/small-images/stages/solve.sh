mkdir poster
printf '%s\n' 'FROM debian:bookworm-slim AS build' 'RUN apt-get update && apt-get install -y cowsay && /usr/games/cowsay Ahoy > /poster.txt' 'FROM busybox' 'COPY --from=build /poster.txt /' > poster/Dockerfile
docker build -q -t test/poster poster
