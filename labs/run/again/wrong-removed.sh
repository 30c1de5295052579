docker rm -f quizzical_wright
