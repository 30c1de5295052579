echo answer 1234
