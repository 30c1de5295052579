echo answer 0
