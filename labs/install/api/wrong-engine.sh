echo "answer $(docker version --format '{{.Server.Version}}')"
