echo "answer $(sudo cat /root/letter.txt)"
