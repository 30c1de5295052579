"""Containers."""
import shlex
from collections import namedtuple

from ..errors import ContainerError, ImageNotFound
from . import Collection, Model

ExecResult = namedtuple('ExecResult', 'exit_code,output')


class Container(Model):
    @property
    def name(self):
        return self.attrs['Name'].lstrip('/') if 'Name' in self.attrs else None

    @property
    def image(self):
        return self.client.images.get(self.attrs.get('ImageID', self.attrs['Image']).split(':')[-1])

    @property
    def labels(self):
        return self.attrs['Config'].get('Labels') or {}

    @property
    def status(self):
        state = self.attrs['State']
        return state['Status'] if isinstance(state, dict) else state

    @property
    def health(self):
        return self.attrs.get('State', {}).get('Health', {}).get('Status', 'unknown')

    @property
    def ports(self):
        return self.attrs.get('NetworkSettings', {}).get('Ports', {})

    def _api(name):
        def run(self, *args, **kwargs):
            return getattr(self.client.api, name)(self.id, *args, **kwargs)
        run.__name__ = name
        return run

    start, stop, restart, kill, pause, unpause, rename, wait, logs, top, diff = (_api('start'), _api('stop'), _api('restart'), _api('kill'), _api('pause'), _api('unpause'), _api('rename'), _api('wait'), _api('logs'), _api('top'), _api('diff'))
    del _api

    def stats(self, **kwargs):
        return self.client.api.stats(self.id, **kwargs)

    def remove(self, **kwargs):
        self.client.api.remove_container(self.id, **kwargs)

    def commit(self, repository=None, tag=None, **kwargs):
        return self.client.images.get(self.client.api.commit(self.id, repository, tag, **kwargs)['Id'])

    def exec_run(self, cmd, stdout=True, stderr=True, tty=False, privileged=False, user='', detach=False, environment=None, workdir=None, **_):
        config = {'AttachStdout': stdout, 'AttachStderr': stderr, 'Tty': tty, 'Privileged': privileged, 'User': user, 'Env': _environment(environment)}
        if workdir:
            config['WorkingDir'] = workdir
        made = self.client.api.exec_create(self.id, cmd, **config)
        output = self.client.api.exec_start(made['Id'], detach, tty)
        return ExecResult(None if detach else self.client.api.exec_inspect(made['Id'])['ExitCode'], output)


def _environment(value):
    if isinstance(value, dict):
        return [key if each is None else f'{key}={each}' for key, each in value.items()]
    return value


def _ports(ports):
    exposed, bindings = {}, {}
    for inside, outside in (ports or {}).items():
        key = str(inside) if '/' in str(inside) else f'{inside}/tcp'
        exposed[key] = {}
        bindings[key] = [{'HostIp': each[0] if isinstance(each, tuple) else '', 'HostPort': '' if each is None else str(each[-1] if isinstance(each, tuple) else each)} for each in (outside if isinstance(outside, list) else [outside])]
    return exposed, bindings


def _binds(volumes):
    if isinstance(volumes, list):
        return volumes
    return [f"{source}:{each['bind']}:{each.get('mode', 'rw')}" for source, each in (volumes or {}).items()]


class ContainerCollection(Collection):
    model = Container

    def _config(self, command, options):
        exposed, bindings = _ports(options.pop('ports', None))
        restart = options.pop('restart_policy', None)
        host = {
            'PortBindings': bindings, 'Binds': _binds(options.pop('volumes', None)), 'NetworkMode': options.pop('network_mode', None) or options.pop('network', None) or 'default', 'AutoRemove': options.pop('auto_remove', False), 'Privileged': options.pop('privileged', False),
            'Memory': _bytes(options.pop('mem_limit', None)), 'Mounts': options.pop('mounts', None), 'CapAdd': options.pop('cap_add', None), 'CapDrop': options.pop('cap_drop', None), 'ReadonlyRootfs': options.pop('read_only', False), 'RestartPolicy': restart or {}, 'Init': options.pop('init', None),
            'NanoCpus': options.pop('nano_cpus', None), 'ExtraHosts': [f'{name}:{address}' for name, address in (options.pop('extra_hosts', None) or {}).items()] or None, 'Dns': options.pop('dns', None), 'ShmSize': _bytes(options.pop('shm_size', None)),
        }
        entrypoint = options.pop('entrypoint', None)
        config = {
            'ExposedPorts': exposed or None, 'Env': _environment(options.pop('environment', None)), 'WorkingDir': options.pop('working_dir', None), 'User': options.pop('user', None), 'Hostname': options.pop('hostname', None), 'Labels': _labels(options.pop('labels', None)), 'Tty': options.pop('tty', False),
            'OpenStdin': options.pop('stdin_open', False), 'StopSignal': options.pop('stop_signal', None), 'Healthcheck': options.pop('healthcheck', None), 'Entrypoint': shlex.split(entrypoint) if isinstance(entrypoint, str) else entrypoint, 'HostConfig': {key: value for key, value in host.items() if value not in (None, [])},
        }
        if options:
            raise TypeError(f"run() got an unexpected keyword argument '{next(iter(options))}'")
        return {key: value for key, value in config.items() if value is not None}, shlex.split(command) if isinstance(command, str) else command

    def create(self, image, command=None, name=None, platform=None, **options):
        config, command = self._config(command, options)
        image = image.id if hasattr(image, 'id') else image
        return self.get(self.api.create_container(image, command, name, platform, **config)['Id'])

    def run(self, image, command=None, stdout=True, stderr=False, remove=False, detach=False, stream=False, **options):
        image = image.id if hasattr(image, 'id') else image
        if detach and remove:
            options['auto_remove'] = True
        try:
            container = self.create(image, command, **options)
        except ImageNotFound:
            self.client.images.pull(image)
            container = self.create(image, command, **options)
        container.start()
        if detach:
            return container
        if stream:
            return container.logs(stdout=stdout, stderr=stderr, stream=True)
        status = container.wait()['StatusCode']
        output = None if not (stdout or stderr) else container.logs(stdout=stdout, stderr=stderr)
        if status != 0:
            problem = container.logs(stdout=False, stderr=True)
            if remove:
                container.remove()
            raise ContainerError(container, status, command, image, problem)
        if remove:
            container.remove()
        return output

    def get(self, container_id):
        return self.prepare_model(self.api.inspect_container(container_id))

    def list(self, all=False, before=None, filters=None, limit=-1, since=None, sparse=False, ignore_removed=False):
        found = self.api.containers(all=all, before=before, filters=filters, limit=limit, since=since)
        return [self.prepare_model(each) if sparse else self.get(each['Id']) for each in found]

    def prune(self, filters=None):
        return self.api.prune('containers', filters)


def _bytes(value):
    if isinstance(value, str):
        units = {'b': 1, 'k': 1024, 'm': 1024 ** 2, 'g': 1024 ** 3}
        return int(float(value[:-1]) * units[value[-1].lower()]) if value[-1].lower() in units else int(value)
    return value


def _labels(value):
    return {key: '' for key in value} if isinstance(value, list) else value
