cd harbour
sed -i '1i version: "3"' docker-compose.yml
