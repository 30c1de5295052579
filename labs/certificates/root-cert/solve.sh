openssl req -x509 -new -key rootCA.key -days 10000 -out rootCA.crt -subj '/C=RU/O=Harbour Authority/CN=Harbour Root CA'
