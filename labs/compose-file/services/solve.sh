cd harbour
sed -i -e 's/^/  /' -e '1i services:' docker-compose.yml
