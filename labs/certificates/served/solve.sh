docker run -d -p 443:5000 --name registry -v "$(pwd)/certs:/certs" -e REGISTRY_HTTP_TLS_CERTIFICATE=/certs/registry.crt -e REGISTRY_HTTP_TLS_KEY=/certs/registry.key registry:2
until curl -sfk https://harbour.test/v2/; do sleep 0.1; done
