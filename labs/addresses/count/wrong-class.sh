echo answer 254
