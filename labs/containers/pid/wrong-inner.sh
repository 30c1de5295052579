echo "answer $(docker exec web sh -c 'ps | awk "/httpd/ && !/awk/ { print \$1 }"')"
