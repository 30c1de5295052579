# What sysconfig says of an installation.
import sysconfig, sys
print(sysconfig.get_path("purelib"))
print(sysconfig.get_paths())
print(sysconfig.get_python_version(), sysconfig.get_platform(), sysconfig.get_default_scheme(), sysconfig.get_scheme_names())
for name in 'EXT_SUFFIX', 'SOABI', 'prefix', 'py_version', 'py_version_short', 'VERSION', 'INCLUDEPY', 'LIBDIR', 'MULTIARCH', 'nosuch', 'Py_ENABLE_SHARED', 'Py_DEBUG', 'BINDIR', 'platlibdir':
    print(name, repr(sysconfig.get_config_var(name)))
print(sys.implementation._multiarch, sys.implementation.cache_tag, repr(sys.abiflags))
