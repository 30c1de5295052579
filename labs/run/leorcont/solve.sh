docker run -dit --name leorcont ubuntu bash
