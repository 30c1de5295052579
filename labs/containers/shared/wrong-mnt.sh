echo answer mnt
