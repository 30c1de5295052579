docker run -di --name leorcont ubuntu bash
