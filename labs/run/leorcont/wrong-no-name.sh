docker run -dit ubuntu bash
