echo "answer $(docker exec registry find /var/lib/registry/docker/registry/v2 -type f | wc -l)"
