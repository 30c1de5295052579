mkdir moo
printf '%s\n' 'FROM debian:bookworm-slim' 'RUN rm -rf /var/lib/apt/lists/*' > moo/Dockerfile
docker build -q -t test/moo moo
