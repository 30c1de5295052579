import sys
import unittest
from unittest import mock


class Sums(unittest.TestCase):
    def setUp(self):
        self.values = [1, 2]

    def test_sum(self):
        self.assertEqual(sum(self.values), 3)

    def test_wrong(self):
        self.assertIn(5, self.values)

    @unittest.skip('later')
    def test_skipped(self):
        pass

    def test_mock(self):
        call = mock.Mock(return_value=4)
        self.assertEqual(call(1), 4)
        call.assert_called_once_with(1)


if __name__ == '__main__':
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, durations=None)
    result = runner.run(unittest.defaultTestLoader.loadTestsFromTestCase(Sums)) if False else unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(Sums).run(result)
    print(result.testsRun, len(result.failures), len(result.skipped), result.failures[0][1].splitlines()[-1])
