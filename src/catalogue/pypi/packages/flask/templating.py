"""Templates of an application."""
import os

from jinja2 import ChoiceLoader, Environment as _Environment, FileSystemLoader

from .globals import _cv_app, _cv_request, current_app
from .signals import before_render_template, template_rendered


class Environment(_Environment):
    def __init__(self, app, **options):
        folders = [app.template_path, *(blueprint.template_path for blueprint in app.blueprints.values())]
        super().__init__(loader=options.pop('loader', None) or ChoiceLoader([FileSystemLoader(path) for path in folders if path]), autoescape=app.select_jinja_autoescape, **options)
        self.app = app


def _render(app, template, context):
    app.update_template_context(context)
    before_render_template.send(app, template=template, context=context)
    text = template.render(context)
    template_rendered.send(app, template=template, context=context)
    return text


def render_template(template_name_or_list, **context):
    app = current_app._get_current_object()
    return _render(app, app.jinja_env.get_or_select_template(template_name_or_list), context)


def render_template_string(source, **context):
    app = current_app._get_current_object()
    return _render(app, app.jinja_env.from_string(source), context)


def stream_template(template_name_or_list, **context):
    yield render_template(template_name_or_list, **context)


_ = os, _cv_app, _cv_request
