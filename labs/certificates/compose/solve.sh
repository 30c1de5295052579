sed -i 's#\./certs:/registry-certs#./certs:/certs#' compose.yaml
docker rm -f registry
docker compose up -d
until curl -sf --cacert rootCA.crt https://harbour.test/v2/; do sleep 0.1; done
