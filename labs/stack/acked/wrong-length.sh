echo "answer $(wc -c < letter.txt)"
