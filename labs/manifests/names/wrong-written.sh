echo "answer $(awk -F / 'NF == 1 || ($1 !~ /[.:]/ && $1 != "localhost")' names | wc -l)"
