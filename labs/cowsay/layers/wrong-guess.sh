echo answer 42
