docker run -d -p 443:5000 --name registry -v "$(pwd)/certs:/certs" registry:2
