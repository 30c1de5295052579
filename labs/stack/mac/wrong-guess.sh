echo answer ff:ff:ff:ff:ff:ff
