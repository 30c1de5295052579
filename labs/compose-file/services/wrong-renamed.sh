cd harbour
mv docker-compose.yml compose.yaml
