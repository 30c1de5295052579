"""Images, networks and volumes."""
from ..errors import BuildError, ImageNotFound
from . import Collection, Model


class Image(Model):
    @property
    def tags(self):
        return [tag for tag in self.attrs.get('RepoTags') or [] if tag != '<none>:<none>']

    @property
    def labels(self):
        return (self.attrs.get('Config') or {}).get('Labels') or {}

    @property
    def short_id(self):
        return self.id[:19] if self.id.startswith('sha256:') else self.id[:12]

    def history(self):
        return self.client.api.history(self.id)

    def tag(self, repository, tag=None, **kwargs):
        return self.client.api.tag(self.id, repository, tag, **kwargs)

    def remove(self, force=False, noprune=False):
        return self.client.api.remove_image(self.id, force, noprune)

    def __repr__(self):
        tags = "', '".join(self.tags)
        return f"<Image: '{tags}'>"


class ImageCollection(Collection):
    model = Image

    def get(self, name):
        return self.prepare_model(self.api.inspect_image(name))

    def list(self, name=None, all=False, filters=None):
        return [self.get(each['Id']) for each in self.api.images(name, all=all, filters=filters)]

    def pull(self, repository, tag=None, all_tags=False, **kwargs):
        if tag is None and ':' in repository.rsplit('/', 1)[-1]:
            repository, tag = repository.rsplit(':', 1)
        for event in self.api.pull(repository, tag or 'latest', stream=True, decode=True):
            if 'error' in event:
                raise ImageNotFound(event['error'])
        return self.get(f'{repository}:{tag or "latest"}')

    def push(self, repository, tag=None, **kwargs):
        return self.api.push(repository, tag, **kwargs)

    def build(self, **kwargs):
        log, image = [], None
        for event in self.api.build(decode=True, **kwargs):
            log.append(event)
            if 'error' in event:
                raise BuildError(event['error'], iter(log))
            text = event.get('stream', '')
            if 'Successfully built ' in text:
                image = text.split('Successfully built ')[1].split()[0]
            image = (event.get('aux') or {}).get('ID', image)
        if image is None:
            raise BuildError('Unknown', iter(log))
        return self.get(image), iter(log)

    def remove(self, *args, **kwargs):
        self.api.remove_image(*args, **kwargs)

    def prune(self, filters=None):
        return self.api.prune('images', filters)


class Network(Model):
    @property
    def name(self):
        return self.attrs.get('Name')

    @property
    def containers(self):
        return [self.client.containers.get(each) for each in (self.attrs.get('Containers') or {})]

    def connect(self, container, **kwargs):
        self.client.api.connect_container_to_network(getattr(container, 'id', container), self.id, **kwargs)

    def disconnect(self, container, **kwargs):
        self.client.api.disconnect_container_from_network(getattr(container, 'id', container), self.id, **kwargs)

    def remove(self):
        self.client.api.remove_network(self.id)


class NetworkCollection(Collection):
    model = Network

    def create(self, name, driver=None, internal=False, labels=None, attachable=None, ipam=None, check_duplicate=None, **_):
        config = {key: value for key, value in (('Internal', internal), ('Labels', labels), ('Attachable', attachable), ('IPAM', ipam)) if value}
        return self.get(self.api.create_network(name, driver, **config)['Id'])

    def get(self, network_id, **_):
        return self.prepare_model(self.api.inspect_network(network_id))

    def list(self, names=None, ids=None, filters=None, greedy=False):
        return [self.prepare_model(each) for each in self.api.networks(names, ids, filters)]

    def prune(self, filters=None):
        return self.api.prune('networks', filters)


class Volume(Model):
    id_attribute = 'Name'
    name = property(lambda self: self.attrs['Name'])

    @property
    def short_id(self):
        return self.id

    def remove(self, force=False):
        self.client.api.remove_volume(self.id, force)


class VolumeCollection(Collection):
    model = Volume

    def create(self, name=None, **kwargs):
        return self.prepare_model(self.api.create_volume(name, **kwargs))

    def get(self, name):
        return self.prepare_model(self.api.inspect_volume(name))

    def list(self, filters=None):
        return [self.prepare_model(each) for each in self.api.volumes(filters).get('Volumes') or []]

    def prune(self, filters=None):
        return self.api.prune('volumes', filters)
