echo "answer $(grep -o 'tr -dc.*6' quay/compose.yaml)"
