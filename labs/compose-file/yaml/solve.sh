echo "answer $(docker compose -f crate/compose.yaml config --format json | jq -r .services.crate.environment.MODE)"
