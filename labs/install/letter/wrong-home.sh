docker run -v /home:/host busybox ls /host > /dev/null
echo "answer $(sudo cat /root/letter.txt)"
