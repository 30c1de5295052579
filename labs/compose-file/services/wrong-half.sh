cd harbour
sed -i -e '1s/^/services:\n  /' docker-compose.yml
