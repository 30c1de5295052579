echo answer runc
