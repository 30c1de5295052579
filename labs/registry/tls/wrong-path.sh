docker rm -f registry
docker run -d -p 5000:5000 --restart=always --name registry -v "$(pwd)/registry_certs:/certs" -e REGISTRY_HTTP_TLS_CERTIFICATE=/registry_certs/domain.crt -e REGISTRY_HTTP_TLS_KEY=/registry_certs/domain.key registry:2
