openssl ecparam -name prime256v1 -genkey -noout -out rootCA.key
