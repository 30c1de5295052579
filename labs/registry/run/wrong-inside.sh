docker run -d -p 5000:80 --name registry registry:2
