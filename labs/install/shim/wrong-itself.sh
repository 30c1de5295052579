echo answer httpd
