echo "answer $(docker diff stevedore | sed -n 's/^A //p')"
