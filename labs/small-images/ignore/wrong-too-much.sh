echo '*' > site/.dockerignore
docker build -q -t test/site site
