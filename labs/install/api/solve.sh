echo "answer $(docker version --format '{{.Server.APIVersion}}')"
