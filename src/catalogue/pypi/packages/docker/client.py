"""The engine as an object."""
import os

from .api import APIClient
from .models.containers import ContainerCollection
from .models.resources import ImageCollection, NetworkCollection, VolumeCollection


class DockerClient:
    def __init__(self, *args, **kwargs):
        self.api = APIClient(*args, **kwargs)

    @classmethod
    def from_env(cls, version=None, timeout=60, environment=None, **_):
        environment = environment or os.environ
        return cls(base_url=environment.get('DOCKER_HOST') or None, version=version, timeout=timeout)

    containers = property(lambda self: ContainerCollection(self))
    images = property(lambda self: ImageCollection(self))
    networks = property(lambda self: NetworkCollection(self))
    volumes = property(lambda self: VolumeCollection(self))

    def version(self, *args, **kwargs):
        return self.api.version(*args, **kwargs)

    def info(self):
        return self.api.info()

    def ping(self):
        return self.api.ping()

    def df(self):
        return self.api.df()

    def events(self, *args, **kwargs):
        return self.api.events(*args, **kwargs)

    def close(self):
        return self.api.close()

    def __getattr__(self, name):
        raise AttributeError(f"'DockerClient' object has no attribute '{name}'" + (' In Docker SDK for Python 2.0, this method is now on the object APIClient.' if hasattr(APIClient, name) else ''))


from_env = DockerClient.from_env
