docker run -d -p 5000:5000 --name registry registry:2
until curl -sf http://localhost:5000/v2/; do sleep 0.1; done
