echo answer 192.168.0.1
