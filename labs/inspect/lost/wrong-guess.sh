echo answer /srv/cargo/pallet-99
