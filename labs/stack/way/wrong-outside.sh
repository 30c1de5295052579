echo answer eth0
