echo "answer $(ip -4 -br addr show docker0 | awk '{ sub(/\/.*/, "", $3); print $3 }')"
