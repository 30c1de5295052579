echo "answer 1999"
