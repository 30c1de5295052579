chmod +x cowsay/entrypoint.sh
