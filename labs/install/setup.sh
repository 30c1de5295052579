# A container to look at, a colleague without rights, and a letter for root alone.
docker run -d --name lighthouse --restart always busybox httpd -f -p 80 > /dev/null
groupadd crew
useradd -m -G crew visitor
echo "anchor-$((1000 + RANDOM % 9000))" > /root/letter.txt
chmod 600 /root/letter.txt
