echo answer 127.0.0.1
