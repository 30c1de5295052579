echo answer 7
