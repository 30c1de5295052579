echo "answer $(docker inspect --format '{{.NetworkSettings.SandboxKey}}' web)"
