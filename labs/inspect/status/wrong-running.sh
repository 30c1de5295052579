echo answer web
