docker tag ubuntu test/other
docker run -dit --name leorcont test/other bash
