pkill nc
sleep 0.3
