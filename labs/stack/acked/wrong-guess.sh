echo answer 1
