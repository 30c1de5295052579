echo answer ens33
