echo ahoy | nc -N 127.0.0.1 8080
echo answer 40000
