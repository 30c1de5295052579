docker restart -t 0 shy
sleep 0.5
