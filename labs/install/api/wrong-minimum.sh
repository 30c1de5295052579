echo "answer $(docker version --format '{{.Server.MinAPIVersion}}')"
