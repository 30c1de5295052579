docker run --name unit -e ENV=UNIT identidock
true
