"""The interpreter is of one release, its image of another, which `sys.version` begins with: what Python tells of itself, and where it looks for modules, are the image's."""
import os
import site
import sys


class VersionInfo(tuple):
    """As the type of sys.version_info, which makes no further instances."""

    __slots__ = ()
    names = ('major', 'minor', 'micro', 'releaselevel', 'serial')
    major, minor, micro, releaselevel, serial = (property(lambda self, at=at: self[at]) for at in range(5))

    def __repr__(self):
        return f"sys.version_info({', '.join(f'{name}={value!r}' for name, value in zip(self.names, self))})"


def take_release():
    major, minor, micro = map(int, sys.version.split()[0].split('.'))
    # sys.implementation.version stays: what the interpreter can do (pip asks it).
    built, told = '/python%d.%d' % sys.version_info[:2], f'/python{major}.{minor}'
    sys.version_info = VersionInfo((major, minor, micro, 'final', 0))
    sys.hexversion = major << 24 | minor << 16 | micro << 8 | 0xf0
    sys.implementation.cache_tag = f'cpython-{major}{minor}'

    sys.path[:] = [path.replace(built, told, 1) for path in sys.path if 'dist-packages' not in path]
    sys._stdlib_dir = sys._stdlib_dir.replace(built, told, 1)
    for module in list(sys.modules.values()):
        if isinstance(getattr(module, '__file__', None), str):
            module.__file__ = module.__file__.replace(built, told, 1)

    packages = f'{sys.prefix}/lib{told}/site-packages'
    site.getsitepackages = lambda prefixes=None: [packages]
    site.USER_SITE = None
    own = site.getusersitepackages()
    if site.ENABLE_USER_SITE and os.path.isdir(own):
        site.addsitedir(own)
    site.addsitedir(packages)


take_release()
