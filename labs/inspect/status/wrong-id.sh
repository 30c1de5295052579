echo answer 3
