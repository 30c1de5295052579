setsid nohup bash -c 'sleep 600 | nc 127.0.0.1 8080' > /dev/null 2>&1 &
sleep 0.3
echo "answer $(ss -Htn | awk '$5 == "127.0.0.1:8080" { sub(/.*:/, "", $4); print $4; exit }')"
