"""What an interpreter has imported before its memory is kept for the next ones: what most programs need."""
import _sitebuiltins, argparse, atexit, base64, bisect, builtins, cmd, code, collections, collections.abc, contextlib, copy, csv, datetime, difflib, email.message, email.parser  # noqa: F401, E401
import email.utils, enum, errno, fnmatch, functools, getpass, glob, hashlib, hmac, html, html.parser, http.client, http.cookies, http.server, importlib.metadata, importlib.util  # noqa: F401, E401
import inspect, io, itertools, json, linecache, locale, logging, math, mimetypes, operator, os, pathlib, pickle, pkgutil, platform, posix, pprint, random, re, runpy, select  # noqa: F401, E401
import selectors, shlex, shutil, signal, socket, socketserver, stat, statistics, string, struct, subprocess, tempfile, textwrap, threading, time, tokenize, traceback, types  # noqa: F401, E401
import typing, unittest, unittest.mock, urllib.parse, urllib.request, uuid, warnings, weakref, zipfile, zlib  # noqa: F401, E401
