echo "answer $(sed -n 's/^ *MODE: 0//p' crate/compose.yaml)"
