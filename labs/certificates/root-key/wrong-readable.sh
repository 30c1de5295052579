openssl genrsa 2048 > rootCA.key
