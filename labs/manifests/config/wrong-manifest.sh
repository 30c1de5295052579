cp manifest.json config.json
