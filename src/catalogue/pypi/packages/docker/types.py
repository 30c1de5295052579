"""Arguments with a structure."""


class Mount(dict):
    def __init__(self, target, source, type='volume', read_only=False, **_):
        super().__init__(Target=target, Source=source, Type=type, ReadOnly=read_only)


class LogConfig(dict):
    def __init__(self, type='json-file', config=None):
        super().__init__(Type=type, Config=config or {})


class IPAMPool(dict):
    def __init__(self, subnet=None, iprange=None, gateway=None, aux_addresses=None):
        super().__init__(Subnet=subnet, IPRange=iprange, Gateway=gateway, AuxiliaryAddresses=aux_addresses)


class IPAMConfig(dict):
    def __init__(self, driver='default', pool_configs=None, options=None):
        super().__init__(Driver=driver, Config=pool_configs or [])
