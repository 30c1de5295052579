echo answer 2.6.32
