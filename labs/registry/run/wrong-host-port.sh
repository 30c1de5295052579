docker run -d -p 80:5000 --name registry registry:2
