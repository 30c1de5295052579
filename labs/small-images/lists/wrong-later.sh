mkdir moo
printf '%s\n' 'FROM debian:bookworm-slim' 'RUN apt-get update && apt-get install -y --no-install-recommends cowsay' 'RUN rm -rf /var/lib/apt/lists/*' > moo/Dockerfile
docker build -q -t test/moo moo
