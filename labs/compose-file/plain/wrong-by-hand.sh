cd harbour
sed -i -e 's/443:5000/"5000:5000"/' -e '/environment:/d' -e '/REGISTRY_/d' -e '/:\/certs/d' docker-compose.yml
docker run -d -p 5000:5000 registry:2
