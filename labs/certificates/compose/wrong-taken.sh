sed -i 's#\./certs:/registry-certs#./certs:/certs#' compose.yaml
docker compose up -d
