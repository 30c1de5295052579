docker build -q -t test/site site
