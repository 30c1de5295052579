echo "answer $(sudo ss -Hltnp | awk '/\(\("(httpd|busybox)",/ { sub(/.*:/, "", $4); print $4 }')"
