echo "answer 3600"
