docker run --rm --name scratch ubuntu true
sleep 1.2
