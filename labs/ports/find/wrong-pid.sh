echo "answer $(sudo ss -Hltnp | sed -n 's/.*(("\(httpd\|busybox\)",pid=\([0-9]*\).*/\2/p')"
