"""What can go wrong with a template."""


class TemplateError(Exception):
    @property
    def message(self):
        return self.args[0] if self.args else None


class TemplateNotFound(IOError, LookupError, TemplateError):
    message = None

    def __init__(self, name, message=None):
        IOError.__init__(self, name)
        self.name, self.message = name, message or str(name)
        self.templates = [name]

    def __str__(self):
        return str(self.message)


class TemplatesNotFound(TemplateNotFound):
    def __init__(self, names=(), message=None):
        super().__init__(names[-1] if names else None, message or 'none of the templates given were found: ' + ', '.join(map(str, names)))
        self.templates = list(names)


class TemplateSyntaxError(TemplateError):
    def __init__(self, message, lineno, name=None, filename=None):
        super().__init__(message)
        self.lineno, self.name, self.filename = lineno, name, filename

    def __str__(self):
        if not self.filename and not self.name:
            return str(self.message)
        return f'{self.message}\n  File "{self.filename or self.name}", line {self.lineno}'


class TemplateAssertionError(TemplateSyntaxError):
    pass


class TemplateRuntimeError(TemplateError):
    pass


class UndefinedError(TemplateRuntimeError):
    pass
