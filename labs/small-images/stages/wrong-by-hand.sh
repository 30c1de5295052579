mkdir poster
printf '%s\n' 'FROM busybox' 'RUN echo Ahoy > /poster.txt' > poster/Dockerfile
docker build -q -t test/poster poster
