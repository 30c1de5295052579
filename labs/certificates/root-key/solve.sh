openssl genrsa -out rootCA.key 2048
