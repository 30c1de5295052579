curl -s 'https://auth.docker.io/token?service=registry.docker.io' | jq -r .token > token
