"""What sysconfig says of an installation: the names of its release and, on Debian, its folders."""
import importlib.util, os, sys, types

MULTIARCH = 'x86_64-linux-gnu'


def install(start):
    prefix, (major, minor) = start['prefix'], start['version'].split('.')[:2]
    soabi, folder, debian = f'cpython-{major}{minor}-{MULTIARCH}', f'python{major}.{minor}', prefix == '/usr'
    sys.implementation._multiarch = MULTIARCH
    data = types.ModuleType(f'_sysconfigdata_{sys.abiflags}_{sys.platform}_{MULTIARCH}')
    data.build_time_vars = {
        'prefix': prefix, 'exec_prefix': prefix, 'BINDIR': f'{prefix}/bin', 'LIBDIR': f'{prefix}/lib/{MULTIARCH}' if debian else f'{prefix}/lib', 'LIBDEST': f'{prefix}/lib/{folder}',
        'INCLUDEPY': f'{prefix}/include/{folder}', 'VERSION': f'{major}.{minor}', 'SOABI': soabi, 'EXT_SUFFIX': f'.{soabi}.so', 'SHLIB_SUFFIX': '.so', 'MULTIARCH': MULTIARCH,
        'HOST_GNU_TYPE': MULTIARCH, 'LDLIBRARY': f'lib{folder}.so', 'Py_ENABLE_SHARED': 1, 'Py_DEBUG': 0, 'WITH_PYMALLOC': 1, 'SIZEOF_VOID_P': 8,
    }
    sys.modules[data.__name__] = data
    if debian:
        sys.meta_path.insert(0, Sysconfig())


class Sysconfig:
    """Finds sysconfig when it is first asked for, and gives it Debian's places, in which pip and apt keep out of each other's way."""

    def find_spec(self, name, path=None, target=None):
        if name != 'sysconfig':
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        execute = spec.loader.exec_module

        def exec_module(module):
            execute(module)
            add_schemes(module)
        spec.loader.exec_module = exec_module
        return spec


def add_schemes(module):
    schemes, preferred = module._INSTALL_SCHEMES, module._get_preferred_schemes
    usual = schemes['posix_prefix']
    packages = {'purelib': '{base}/lib/python3/dist-packages', 'platlib': '{platbase}/lib/python3/dist-packages'}
    schemes['deb_system'] = {**usual, **packages, 'scripts': '{base}/bin', 'data': '{base}'}
    local = {'purelib': '{base}/local/lib/python{py_version_short}/dist-packages', 'platlib': '{platbase}/local/lib/python{py_version_short}/dist-packages'}
    schemes['posix_local'] = {**usual, **local, 'scripts': '{base}/local/bin', 'data': '{base}/local'}

    def layout():
        if sys.base_prefix != sys.prefix:
            return 'posix_prefix'
        return 'deb_system' if os.environ.get('DEB_PYTHON_INSTALL_LAYOUT') in ('deb', 'deb_system') else 'posix_local'
    module._get_preferred_schemes = lambda: {**preferred(), 'prefix': layout()}
    for function in (module.get_path, module.get_paths):
        function.__defaults__ = (layout(), *function.__defaults__[1:])
