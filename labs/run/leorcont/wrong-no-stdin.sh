docker run -dt --name leorcont ubuntu bash
