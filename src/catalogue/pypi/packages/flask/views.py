"""Classes as view functions."""


class View:
    methods = None
    decorators = ()
    init_every_request = True

    def dispatch_request(self):
        raise NotImplementedError()

    @classmethod
    def as_view(cls, name, *class_args, **class_kwargs):
        def view(**kwargs):
            return cls(*class_args, **class_kwargs).dispatch_request(**kwargs)
        view.__name__, view.__doc__, view.__module__ = name, cls.__doc__, cls.__module__
        view.view_class, view.methods = cls, cls.methods
        for decorator in cls.decorators:
            view = decorator(view)
        return view


class MethodView(View):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if 'methods' not in cls.__dict__:
            cls.methods = {name.upper() for name in ('get', 'post', 'put', 'patch', 'delete', 'head', 'options') if hasattr(cls, name)} or None

    def dispatch_request(self, **kwargs):
        from .globals import request
        method = getattr(self, request.method.lower(), None)
        if method is None and request.method == 'HEAD':
            method = self.get
        return method(**kwargs)
