"""Signals: senders and receivers that need not know each other."""
__version__ = '@VERSION@'

ANY = object()


class Signal:
    def __init__(self, doc=None):
        self.__doc__ = doc
        self.receivers = []

    def connect(self, receiver, sender=ANY, weak=True):
        self.receivers.append((receiver, sender))
        return receiver

    def connect_via(self, sender, weak=False):
        return lambda receiver: self.connect(receiver, sender)

    def disconnect(self, receiver, sender=ANY):
        self.receivers = [(each, wanted) for each, wanted in self.receivers if each is not receiver]

    def send(self, sender=None, **kwargs):
        return [(receiver, receiver(sender, **kwargs)) for receiver, wanted in list(self.receivers) if wanted is ANY or wanted is sender]


class NamedSignal(Signal):
    def __init__(self, name, doc=None):
        super().__init__(doc)
        self.name = name


class Namespace(dict):
    def signal(self, name, doc=None):
        return self.setdefault(name, NamedSignal(name, doc))


signal = Namespace().signal
