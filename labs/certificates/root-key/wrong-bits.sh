openssl genrsa -out rootCA.key 1024
