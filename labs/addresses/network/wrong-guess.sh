echo answer 10.0.0.0
