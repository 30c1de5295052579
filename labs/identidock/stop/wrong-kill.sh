docker kill front
