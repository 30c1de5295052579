echo answer 172.28.0.0
