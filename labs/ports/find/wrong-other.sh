echo answer 7000
