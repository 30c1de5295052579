openssl req -new -key rootCA.key -out rootCA.crt -subj '/CN=Harbour Root CA'
