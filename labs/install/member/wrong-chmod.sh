sudo chmod 666 /var/run/docker.sock
