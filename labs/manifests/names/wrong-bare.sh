echo "answer $(grep -vc / names)"
