echo "answer $(ip -br link show docker0 | awk '{ print $3 }')"
