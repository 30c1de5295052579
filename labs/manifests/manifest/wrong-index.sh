cp index.json manifest.json
