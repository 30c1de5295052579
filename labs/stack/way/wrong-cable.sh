echo "answer $(ip -br link | awk '/^veth/ { print $1; exit }')"
