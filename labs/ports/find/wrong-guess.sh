echo answer 80
