echo "answer $(docker diff stevedore | sed -n 's/^C \(.*pallet\)/\1/p')"
