echo "answer $(docker run --rm ubuntu hostname)"
