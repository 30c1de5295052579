cd quay
sed -i 's/8080:80/8081:80/' compose.yaml
