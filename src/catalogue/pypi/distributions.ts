/** One release of a distribution. */
export interface Release {
  version: string;
  /** Requires-Python. */
  python?: string;
  /** Requires-Dist. */
  requires?: readonly string[];
  /** The tag of its wheel; default `py3-none-any`. */
  tag?: string;
}

/** A distribution of the index. */
export interface Distribution {
  /** As it spells itself. */
  name: string;
  /** Its folder among the sources. */
  module: string;
  summary: string;
  releases: readonly Release[];
  /** Commands that it installs, as `module:function`. */
  scripts?: Readonly<Record<string, string>>;
}

const old = 'py2.py3-none-any';
const flaskOfOne = ['Werkzeug>=0.15', 'Jinja2>=2.10.1', 'itsdangerous>=0.24', 'click>=5.1'];
const flaskOfTwo = ['Werkzeug>=2.0', 'Jinja2>=3.0', 'itsdangerous>=2.0', 'click>=8.0'];

/** What the index holds, oldest releases first. Versions, requirements and Python versions are those of PyPI; the modules inside are ours. */
export const distributions: readonly Distribution[] = [
  {
    name: 'Flask', module: 'flask', summary: 'A simple framework for building complex web applications.', scripts: { flask: 'flask.cli:main' },
    releases: [
      { version: '0.12.5', requires: ['Werkzeug<1.0,>=0.7', 'Jinja2<3.0,>=2.4', 'itsdangerous<2.0,>=0.21', 'click<8.0,>=2.0'], tag: old },
      { version: '0.12.2', requires: ['Werkzeug>=0.7', 'Jinja2>=2.4', 'itsdangerous>=0.21', 'click>=2.0'], tag: old },
      { version: '1.0.2', requires: ['Werkzeug>=0.14', 'Jinja2>=2.10', 'itsdangerous>=0.24', 'click>=5.1'], tag: old },
      { version: '1.1.1', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', requires: flaskOfOne, tag: old },
      { version: '1.1.2', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', requires: flaskOfOne, tag: old },
      { version: '1.1.4', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', requires: ['Werkzeug<2.0,>=0.15', 'Jinja2<3.0,>=2.10.1', 'itsdangerous<2.0,>=0.24', 'click<8.0,>=5.1'], tag: old },
      { version: '2.0.3', python: '>=3.6', requires: flaskOfTwo },
      { version: '2.2.5', python: '>=3.7', requires: ['Werkzeug>=2.2.2', 'Jinja2>=3.0', 'itsdangerous>=2.0', 'click>=8.0'] },
      { version: '2.3.3', python: '>=3.8', requires: ['Werkzeug>=2.3.7', 'Jinja2>=3.1.2', 'itsdangerous>=2.1.2', 'click>=8.1.3', 'blinker>=1.6.2'] },
      { version: '3.0.3', python: '>=3.8', requires: ['Werkzeug>=3.0.0', 'Jinja2>=3.1.2', 'itsdangerous>=2.1.2', 'click>=8.1.3', 'blinker>=1.6.2'] },
      { version: '3.1.1', python: '>=3.9', requires: ['blinker>=1.9.0', 'click>=8.1.3', 'itsdangerous>=2.2.0', 'jinja2>=3.1.2', 'markupsafe>=2.1.1', 'werkzeug>=3.1.0'] },
    ],
  },
  {
    name: 'Werkzeug', module: 'werkzeug', summary: 'The comprehensive WSGI web application library.',
    releases: [
      { version: '0.16.1', tag: old }, { version: '1.0.1', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', tag: old }, { version: '2.0.3', python: '>=3.6' }, { version: '2.2.3', python: '>=3.7', requires: ['MarkupSafe>=2.1.1'] },
      { version: '2.3.8', python: '>=3.8', requires: ['MarkupSafe>=2.1.1'] }, { version: '3.0.3', python: '>=3.8', requires: ['MarkupSafe>=2.1.1'] }, { version: '3.1.3', python: '>=3.9', requires: ['MarkupSafe>=2.1.1'] },
    ],
  },
  {
    name: 'Jinja2', module: 'jinja2', summary: 'A very fast and expressive template engine.',
    releases: [
      { version: '2.10.3', requires: ['MarkupSafe>=0.23'], tag: old }, { version: '2.11.3', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', requires: ['MarkupSafe>=0.23'], tag: old },
      { version: '3.0.3', python: '>=3.6', requires: ['MarkupSafe>=2.0'] }, { version: '3.1.4', python: '>=3.7', requires: ['MarkupSafe>=2.0'] }, { version: '3.1.6', python: '>=3.7', requires: ['MarkupSafe>=2.0'] },
    ],
  },
  { name: 'MarkupSafe', module: 'markupsafe', summary: 'Safely add untrusted strings to HTML/XML markup.', releases: [{ version: '1.1.1', python: '>=2.7,!=3.0.*,!=3.1.*,!=3.2.*,!=3.3.*' }, { version: '2.0.1', python: '>=3.6' }, { version: '2.1.5', python: '>=3.7' }, { version: '3.0.2', python: '>=3.9' }] },
  { name: 'itsdangerous', module: 'itsdangerous', summary: 'Safely pass data to untrusted environments and back.', releases: [{ version: '1.1.0', python: '>=2.7,!=3.0.*,!=3.1.*,!=3.2.*,!=3.3.*', tag: old }, { version: '2.1.2', python: '>=3.7' }, { version: '2.2.0', python: '>=3.8' }] },
  { name: 'click', module: 'click', summary: 'Composable command line interface toolkit', releases: [{ version: '7.1.2', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', tag: old }, { version: '8.1.7', python: '>=3.7' }, { version: '8.1.8', python: '>=3.7' }] },
  { name: 'blinker', module: 'blinker', summary: 'Fast, simple object-to-object and broadcast signaling', releases: [{ version: '1.4' }, { version: '1.8.2', python: '>=3.8' }, { version: '1.9.0', python: '>=3.9' }] },
  {
    name: 'requests', module: 'requests', summary: 'Python HTTP for Humans.',
    releases: [
      { version: '2.5.1', tag: old },
      ...['2.22.0', '2.23.0', '2.25.1'].map((version) => ({ version, python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', requires: ['charset-normalizer<4,>=2', 'idna<4,>=2.5', 'urllib3<1.27,>=1.21.1', 'certifi>=2017.4.17'], tag: old })),
      ...['2.31.0', '2.32.3'].map((version) => ({ version, python: '>=3.8', requires: ['charset-normalizer<4,>=2', 'idna<4,>=2.5', 'urllib3<3,>=1.21.1', 'certifi>=2017.4.17'] })),
    ],
  },
  { name: 'urllib3', module: 'urllib3', summary: 'HTTP library with thread-safe connection pooling, file post, and more.', releases: [{ version: '1.26.18', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*, !=3.5.*', tag: old }, { version: '1.26.9', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', tag: old }, { version: '2.3.0', python: '>=3.9' }] },
  { name: 'certifi', module: 'certifi', summary: 'Python package for providing Mozilla\'s CA Bundle.', releases: [{ version: '2020.12.5', tag: old }, { version: '2025.1.31', python: '>=3.6' }] },
  { name: 'idna', module: 'idna', summary: 'Internationalized Domain Names in Applications (IDNA)', releases: [{ version: '2.10', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*', tag: old }, { version: '3.10', python: '>=3.6' }] },
  { name: 'charset-normalizer', module: 'charset_normalizer', summary: 'The Real First Universal Charset Detector.', releases: [{ version: '2.0.12', python: '>=3.5.0' }, { version: '3.4.1', python: '>=3.7' }] },
  {
    name: 'redis', module: 'redis', summary: 'Python client for Redis database and key-value store',
    releases: [{ version: '2.10.6', tag: old }, { version: '3.5.3', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', tag: old }, { version: '5.0.4', python: '>=3.7' }, { version: '5.2.1', python: '>=3.8' }, { version: '6.1.0', python: '>=3.8' }],
  },
  { name: 'gunicorn', module: 'gunicorn', summary: 'WSGI HTTP Server for UNIX', scripts: { gunicorn: 'gunicorn.app.wsgiapp:run' }, releases: [{ version: '19.10.0', tag: old }, { version: '20.0.4', python: '>=3.4' }, { version: '22.0.0', python: '>=3.7' }, { version: '23.0.0', python: '>=3.7' }] },
  { name: 'docker', module: 'docker', summary: 'A Python library for the Docker Engine API.', releases: [{ version: '4.4.4', python: '>=2.7, !=3.0.*, !=3.1.*, !=3.2.*, !=3.3.*, !=3.4.*', requires: ['requests>=2.14.2,!=2.18.0'], tag: old }, { version: '7.1.0', python: '>=3.8', requires: ['requests>=2.26.0', 'urllib3>=1.26.0'] }] },
];
