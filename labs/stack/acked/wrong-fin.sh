echo "answer $(($(wc -c < letter.txt) + 2))"
