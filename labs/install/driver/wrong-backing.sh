echo "answer $(docker info | sed -n 's/.*Backing Filesystem: //p')"
