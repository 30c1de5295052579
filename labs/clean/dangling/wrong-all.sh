docker image prune -af
