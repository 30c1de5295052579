import json


def parse(text):
    return json.loads(text)['key']


def main():
    try:
        parse('{}')
    except KeyError as error:
        raise ValueError('no key') from error


main()
