version = '@VERSION@'
release = tuple(int(part) for part in version.split('.')[:2])
