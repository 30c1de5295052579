echo "answer $(docker exec registry find /var/lib/registry/docker/registry/v2/blobs -name data | wc -l)"
