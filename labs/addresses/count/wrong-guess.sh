echo answer 100
