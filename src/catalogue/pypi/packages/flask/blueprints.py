"""Parts of applications."""
from .scaffold import _endpoint, Scaffold


class Blueprint(Scaffold):
    def __init__(self, name, import_name, static_folder=None, static_url_path=None, template_folder=None, url_prefix=None, url_defaults=None, root_path=None, **_):
        super().__init__(import_name, static_folder, static_url_path, template_folder, root_path)
        if not name:
            raise ValueError("'name' may not be empty.")
        if '.' in name:
            raise ValueError("'name' may not contain a dot '.' character.")
        self.name, self.url_prefix, self.url_defaults = name, url_prefix, url_defaults or {}
        self.deferred, self.app_functions = [], []
        self.static_url_path = static_url_path

    def add_url_rule(self, rule, endpoint=None, view_func=None, provide_automatic_options=None, **options):
        self.deferred.append((rule, endpoint or _endpoint(view_func), view_func, options))

    def record(self, function):
        self.app_functions.append(function)

    def app_errorhandler(self, code):
        def decorator(function):
            self.app_functions.append(lambda app: app.register_error_handler(code, function))
            return function
        return decorator

    def before_app_request(self, function):
        self.app_functions.append(lambda app: app.before_request(function))
        return function

    def after_app_request(self, function):
        self.app_functions.append(lambda app: app.after_request(function))
        return function

    def app_context_processor(self, function):
        self.app_functions.append(lambda app: app.context_processor(function))
        return function

    def register_blueprint(self, blueprint, **options):
        self.app_functions.append(lambda app: app.register_blueprint(blueprint, **{**options, 'url_prefix': (self.url_prefix or '') + (options.get('url_prefix') or blueprint.url_prefix or '')}))

    def register(self, app, options):
        prefix = options.get('url_prefix', self.url_prefix) or ''
        name = options.get('name', self.name)
        for rule, endpoint, function, rule_options in self.deferred:
            path = '/'.join((prefix.rstrip('/'), rule.lstrip('/'))) if prefix else rule
            app.add_url_rule(path, f'{name}.{endpoint}', function, **{**rule_options, 'defaults': {**self.url_defaults, **rule_options.get('defaults', {})} or None})
        if self.static_folder:
            path = self.static_url_path or '/' + self.static_folder_name.rsplit('/', 1)[-1]
            app.add_url_rule(f'{prefix}{path}/<path:filename>', f'{name}.static', lambda filename: __import__('flask').send_from_directory(self.static_folder, filename))
        for kind in ('before_request_funcs', 'after_request_funcs', 'teardown_request_funcs', 'template_context_processors'):
            getattr(app, kind).setdefault(name, []).extend(getattr(self, kind).get(None, []))
        app.error_handler_spec.setdefault(name, {}).update(self.error_handler_spec.get(None, {}))
        for function in self.app_functions:
            function(app)
