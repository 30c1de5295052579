openssl req -x509 -new -key rootCA.key -out rootCA.crt -subj '/CN=Harbour Root CA'
