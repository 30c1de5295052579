echo "answer $(cut -d . -f 2 token | tr _- /+ | base64 -d 2> /dev/null | jq '.exp - .iat')"
