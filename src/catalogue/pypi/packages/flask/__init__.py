"""A small framework for web applications."""
__version__ = '@VERSION@'
_release = tuple(int(part) for part in __version__.split('.')[:2])

if _release < (2, 0):
    # Public names that Flask hands on.
    if _release < (1, 0):
        from werkzeug.exceptions import abort
        from werkzeug.utils import redirect
        from jinja2 import Markup, escape
    else:
        from jinja2 import escape
        from jinja2 import Markup
        from werkzeug.exceptions import abort
        from werkzeug.utils import redirect
elif _release < (2, 2):
    from markupsafe import escape
    from markupsafe import Markup
    from werkzeug.exceptions import abort as abort
    from werkzeug.utils import redirect as redirect
elif _release < (2, 3):
    from markupsafe import escape
    from markupsafe import Markup

from . import json as json  # noqa: E402
from .app import Flask as Flask  # noqa: E402
from .blueprints import Blueprint as Blueprint  # noqa: E402
from .config import Config as Config  # noqa: E402
from .ctx import after_this_request as after_this_request, copy_current_request_context as copy_current_request_context, has_app_context as has_app_context, has_request_context as has_request_context  # noqa: E402
from .globals import current_app as current_app, g as g, request as request, session as session  # noqa: E402
from .helpers import abort as abort, flash as flash, get_flashed_messages as get_flashed_messages, make_response as make_response, redirect as redirect, send_file as send_file, send_from_directory as send_from_directory, stream_with_context as stream_with_context, url_for as url_for  # noqa: E402
from .json import jsonify as jsonify  # noqa: E402
from .signals import appcontext_pushed as appcontext_pushed, before_render_template as before_render_template, got_request_exception as got_request_exception, request_finished as request_finished, request_started as request_started, template_rendered as template_rendered  # noqa: E402
from .templating import render_template as render_template, render_template_string as render_template_string, stream_template as stream_template  # noqa: E402
from .wrappers import Request as Request, Response as Response  # noqa: E402
