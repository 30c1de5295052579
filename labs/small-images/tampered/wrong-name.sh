echo answer chart-south.tar.gz
