# A server to look at, and a guest that shares one namespace with the host.
docker run -d --name web busybox httpd -f -p 80 > /dev/null
set -- net pid uts ipc
shift $((RANDOM % 4))
case $1 in net) flag=network ;; *) flag=$1 ;; esac
docker run -d --name guest --restart always "--$flag" host debian:bookworm-slim sleep 1000000 > /dev/null
