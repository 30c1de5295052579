"""Containers, images, networks and volumes as objects."""


class Model:
    id_attribute = 'Id'

    def __init__(self, attrs, client, collection):
        self.attrs, self.client, self.collection = attrs, client, collection

    id = property(lambda self: self.attrs.get(self.id_attribute))

    @property
    def short_id(self):
        return self.id[:12]

    def reload(self):
        self.attrs = self.collection.get(self.id).attrs

    def __eq__(self, other):
        return isinstance(other, self.__class__) and self.id == other.id

    def __hash__(self):
        return hash(f'{type(self).__name__}:{self.id}')

    def __repr__(self):
        return f'<{type(self).__name__}: {self.short_id}>'


class Collection:
    model = None

    def __init__(self, client):
        self.client, self.api = client, client.api

    def prepare_model(self, attrs):
        return self.model(attrs, self.client, self)
