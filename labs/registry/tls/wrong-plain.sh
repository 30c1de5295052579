docker rm -f registry
docker run -d -p 5000:5000 --restart=always --name registry -v "$(pwd)/registry_certs:/certs" registry:2
