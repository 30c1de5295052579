openssl req -x509 -newkey rsa:2048 -nodes -keyout other.key -days 10000 -out rootCA.crt -subj '/CN=Harbour Root CA'
