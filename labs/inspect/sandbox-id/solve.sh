echo "answer $(docker inspect --format '{{.NetworkSettings.SandboxID}}' web)"
