docker images --digests --format '{{.Repository}}@{{.Digest}}' localhost:5000/identidock > pinned
