echo "answer $(docker info --format '{{.LoggingDriver}}')"
