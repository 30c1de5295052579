"""Flask's own requests and responses."""
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Request as _Request, Response as _Response

from .globals import current_app


class Request(_Request):
    url_rule = view_args = routing_exception = None

    @property
    def endpoint(self):
        return self.url_rule.endpoint if self.url_rule is not None else None

    @property
    def blueprint(self):
        endpoint = self.endpoint
        return endpoint.rpartition('.')[0] if endpoint and '.' in endpoint else None

    @property
    def max_content_length(self):
        return current_app.config['MAX_CONTENT_LENGTH'] if current_app else None

    def on_json_loading_failed(self, error):
        try:
            return super().on_json_loading_failed(error)
        except BadRequest as failure:
            if current_app and current_app.debug:
                raise
            raise BadRequest() from failure


class Response(_Response):
    default_mimetype = 'text/html'
    autocorrect_location_header = False
