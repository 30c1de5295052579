printf '%s\n' secret.key '**/*.log' > site/.dockerignore
docker build -q -t test/site site
