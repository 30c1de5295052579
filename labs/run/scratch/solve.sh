docker run --rm -dit --name scratch ubuntu bash
