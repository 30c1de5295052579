echo "answer $(sed -n 's/^ *MODE: //p' crate/compose.yaml)"
