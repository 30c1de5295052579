docker run -dit --name scratch ubuntu bash
