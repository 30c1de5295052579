cd identidock
cat > app/tests.py <<'END'
import unittest

import identidock


class FrontTest(unittest.TestCase):
    def setUp(self):
        self.client = identidock.app.test_client()

    def try_form(self):
        answer = self.client.post("/", data={"name": "Anna"})
        self.assertEqual(answer.status_code, 200)
        self.assertIn("Anna, this is you", answer.get_data(as_text=True))

    def try_name_is_escaped(self):
        answer = self.client.post("/", data={"name": "<b>Anna</b>"})
        self.assertNotIn("<b>Anna", answer.get_data(as_text=True))


if __name__ == "__main__":
    unittest.main()
END
docker build -q -t identidock .
docker run --name unit -e ENV=UNIT identidock
true
