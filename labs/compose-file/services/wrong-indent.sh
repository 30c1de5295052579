cd harbour
sed -i '1i services:' docker-compose.yml
