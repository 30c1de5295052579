echo "answer $(docker diff stevedore | sed -n 's/^D //p')"
