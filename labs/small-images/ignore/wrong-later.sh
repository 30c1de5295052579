cp site/Dockerfile Dockerfile.other
echo 'RUN rm /www/secret.key /www/access.log /www/old/access.log' >> Dockerfile.other
docker build -q -t test/site -f Dockerfile.other site
