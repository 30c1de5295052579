docker rm -f registry
docker run -d -p 5000:5000 --name registry -v "$(pwd)/registry_certs:/certs" -e REGISTRY_HTTP_TLS_CERTIFICATE=/certs/domain.crt -e REGISTRY_HTTP_TLS_KEY=/certs/domain.key registry:2
