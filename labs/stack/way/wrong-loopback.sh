echo answer lo
