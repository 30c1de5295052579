docker rm -f registry
docker run -d -p 5000:5000 --restart=always --name registry -v "$(pwd)/registry_certs:/certs" -e REGISTRY_HTTP_TLS_CERTIFICATE=/certs/domain.crt -e REGISTRY_HTTP_TLS_KEY=/certs/domain.key registry:2
until curl -sf --cacert registry_certs/domain.crt https://harbour.test:5000/v2/; do sleep 0.1; done
