from flask import Blueprint, Flask, Response, abort, flash, g, get_flashed_messages, jsonify, make_response, redirect, render_template_string, request, session, url_for

app = Flask(__name__)
app.secret_key = 'not a secret'
part = Blueprint('part', __name__, url_prefix='/part')


@app.before_request
def before():
    g.started = True


@app.after_request
def after(response):
    response.headers['X-After'] = str(g.started)
    return response


@app.route('/', methods=['GET', 'POST'])
def index():
    if request.method == 'POST':
        return 'hi ' + request.form['name']
    return '<form>' + request.args.get('q', '')


@app.route('/number/<int:n>')
def number(n):
    return jsonify(n=n, text='é', items=[1, 2])


@app.route('/path/<path:rest>')
def path(rest):
    return rest


@app.route('/away')
def away():
    return redirect(url_for('number', n=3, q='a b'))


@app.route('/forbidden')
def forbidden():
    abort(403)


@app.route('/teapot')
def teapot():
    abort(418, 'short and stout')


@app.route('/session')
def in_session():
    session['seen'] = session.get('seen', 0) + 1
    return {'seen': session['seen']}, 201, {'X-Y': 'z'}


@app.route('/folder/')
def folder():
    return render_template_string('{{ x }}{% for i in [1, 2] %}{{ loop.index }}-{{ i }}{% endfor %}{{ url_for("index", _anchor="a") }}', x='<b>')


@app.route('/image')
def image():
    return Response(b'\x89PNG', mimetype='image/png')


@app.route('/json', methods=['POST'])
def takes_json():
    return jsonify(got=request.get_json())


@app.route('/cookie')
def cookie():
    response = make_response('set')
    response.set_cookie('name', 'value', max_age=60)
    return response


@app.route('/flash')
def flashes():
    flash('noted')
    return ','.join(get_flashed_messages())


@app.route('/stream')
def stream():
    return Response((f'{i};' for i in range(3)), mimetype='text/plain')


@app.errorhandler(404)
def missing(error):
    return f'nothing at {request.path}: {error.code} {error.name}', 404


@part.route('/x')
def in_part():
    return url_for('.in_part') + url_for('index')


app.register_blueprint(part)
client = app.test_client()
for method, address, arguments in [
    ('GET', '/', {}), ('GET', '/?q=a%20b', {}), ('POST', '/', {'data': {'name': 'x'}}), ('POST', '/', {}), ('GET', '/number/5', {}), ('GET', '/number/x', {}), ('GET', '/path/a/b', {}), ('GET', '/away', {}), ('GET', '/away', {'follow_redirects': True}),
    ('GET', '/forbidden', {}), ('GET', '/teapot', {}), ('GET', '/session', {}), ('GET', '/session', {}), ('GET', '/folder', {}), ('GET', '/folder/', {}), ('GET', '/image', {}), ('POST', '/json', {'json': {'a': 1}}), ('POST', '/json', {'data': 'x'}),
    ('POST', '/json', {'data': '{', 'content_type': 'application/json'}), ('GET', '/cookie', {}), ('GET', '/flash', {}), ('GET', '/stream', {}), ('GET', '/part/x', {}), ('PUT', '/', {}), ('OPTIONS', '/', {}), ('HEAD', '/', {}), ('GET', '/static/none.css', {}),
]:
    response = client.open(address, method=method, **arguments)
    headers = {key: ', '.join(sorted(value.split(', '))) if key == 'Allow' else value for key, value in response.headers if key != 'Set-Cookie'}
    print(method, address, response.status, headers)
    print([value.split('=')[0] for value in response.headers.getlist('Set-Cookie')], response.get_data())
with app.test_request_context('/number/5?x=1', method='POST', data={'a': 'b'}):
    print(request.path, request.endpoint, request.view_args, request.args, request.form, request.url, request.base_url, request.host)
try:
    url_for('index')
except RuntimeError as error:
    print(str(error).splitlines()[0])
try:
    app.add_url_rule('/other', 'index', lambda: '')
except AssertionError as error:
    print(error)
print(sorted(str(rule) for rule in app.url_map.iter_rules()), app.name, app)
