docker rm -f quizzical_wright
docker run -dit --name quizzical_wright ubuntu bash
