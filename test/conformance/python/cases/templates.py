from jinja2 import DictLoader, Environment, select_autoescape

pages = {
    'base.html': '<t>{% block title %}Base{% endblock %}</t>{% block body %}{% endblock %}',
    'child.html': "{% extends 'base.html' %}{% set z=3 %}{% block title %}{{ super() }}+{{ z }}{% endblock %}{% block body %}{% for x in xs if x != 2 %}{{ loop.index }}/{{ loop.length }}:{{ x }}{{ ',' if not loop.last }}{% else %}none{% endfor %}{% include 'inc.html' %}{% endblock %}",
    'inc.html': '[{{ name|upper }}]',
}
environment = Environment(loader=DictLoader(pages), autoescape=select_autoescape())
print(environment.get_template('child.html').render(xs=[1, 2, 3], name='<a>'))
print(environment.get_template('child.html').render(xs=[], name='x'))


def show(source, **names):
    try:
        print(repr(Environment(autoescape=True).from_string(source).render(**names)))
    except Exception as error:
        print(type(error).__name__, error)


show('{{ a.b }}{{ a["c"] }}{{ u }}{{ u|default("d") }}', a={'b': 1, 'c': 2})
show('{% if a is defined and a > 3 %}x{% elif not a %}y{% else %}z{% endif %}', a=1)
show('{{ "a" ~ 1 ~ b }} {{ 7 // 2 }} {{ 2**3 }} {{ -1|abs }} {{ [3,1,2]|sort|join(", ") }} {{ {"a":1}|tojson }}', b='<')
show('{% macro m(a, b="x") %}<i>{{ a }}{{ b }}</i>{% endmacro %}{{ m("&") }}{{ m(1, b=2) }}')
show('  {%- for k, v in d.items() -%} {{ k }}={{ v }};{% endfor %}\n', d={'a': 1, 'b': 2})
show('{# c #}{% raw %}{{ x }}{% endraw %}{{ t|safe }}{{ t|length }}{{ t }}', t='<b>')
show('{{ x if y }}|{{ "%s-%d"|format("a", 3) }}|{{ "hello world"|title|replace("W","w") }}|{{ 3.7|round|int }}|{{ [1,2]|map("string")|list }}')
show('{% set ns = namespace(n=0) %}{% for i in range(4) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}')
show('{% for row in [1,2,3,4]|batch(2) %}{{ row }}{% endfor %}{{ users|selectattr("on")|map(attribute="name")|join(",") }}', users=[{'name': 'a', 'on': True}, {'name': 'b', 'on': False}])
for source in ('{{ a.b.c }}', '{{ a b }}', '{% for x in y %}', '{{ x|nosuch }}', '{% if x is nosuch %}{% endif %}', '{% nosuch %}'):
    show(source)
try:
    environment.get_template('missing.html')
except Exception as error:
    print(type(error).__name__, error)
