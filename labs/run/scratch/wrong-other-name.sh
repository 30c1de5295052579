docker run --rm -dit ubuntu bash
