echo "answer $(awk -F / 'NF == 1 || $1 ~ /docker\.(io|com)$/ || ($1 !~ /[.:]/ && $1 != "localhost")' names | wc -l)"
