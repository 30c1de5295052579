echo answer clerk
