echo answer user
