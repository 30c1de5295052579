echo "answer $(ip -4 -br addr show eth0 | awk '{ print $3 }')"
