"""Starts a process in an interpreter that runs beside the sandbox's kernel: streams, paths, what the C library here lacks, then the program."""
import sys


def prepare(sources):
    import json
    from types import ModuleType
    for name, source in json.loads(sources).items():
        module = ModuleType('_sandbox_' + name)
        exec(compile(source, '<sandbox>', 'exec'), module.__dict__)
        sys.modules[module.__name__] = module


def run(text):
    import json
    start = json.loads(text)
    import _sandbox_installation, _sandbox_processes
    _sandbox_processes.install(start)
    _sandbox_installation.install(start)
    import _sandbox_interactive
    return _sandbox_interactive.main(start)


def main(action, text):
    if action == 'prepare':
        return prepare(text)
    import _kernel
    _kernel.enter()
    try:
        return run(text)
    except BaseException:
        import traceback
        return traceback.format_exc()
    finally:
        _kernel.leave()


main
