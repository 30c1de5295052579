"""What can go wrong."""
import requests


class DockerException(Exception):
    pass


class APIError(requests.exceptions.HTTPError, DockerException):
    def __init__(self, message, response=None, explanation=None):
        super().__init__(message)
        self.response, self.explanation = response, explanation

    @property
    def status_code(self):
        return self.response.status_code if self.response is not None else None

    def is_client_error(self):
        return self.status_code is not None and 400 <= self.status_code < 500

    def is_server_error(self):
        return self.status_code is not None and 500 <= self.status_code < 600

    is_error = property(lambda self: lambda: self.is_client_error() or self.is_server_error())

    def __str__(self):
        message = super().__str__()
        kind = 'Client' if self.is_client_error() else 'Server' if self.is_server_error() else None
        if kind:
            message = f'{self.status_code} {kind} Error for {self.response.url}: {self.response.reason}'
        if self.explanation:
            message = f'{message} ("{self.explanation}")'
        return message


class NotFound(APIError):
    pass


class ImageNotFound(NotFound):
    pass


class BuildError(DockerException):
    def __init__(self, reason, build_log):
        super().__init__(reason)
        self.msg, self.build_log = reason, build_log


class ContainerError(DockerException):
    def __init__(self, container, exit_status, command, image, stderr):
        self.container, self.exit_status, self.command, self.image, self.stderr = container, exit_status, command, image, stderr
        super().__init__(f"Command '{command}' in image '{image}' returned non-zero exit status {exit_status}" + (f': {stderr}' if stderr is not None else ''))


class InvalidArgument(DockerException):
    pass


class NullResource(DockerException, ValueError):
    pass


def create_api_error(response):
    try:
        explanation = response.json()['message']
    except ValueError:
        explanation = (response.text or '').strip()
    kind = APIError
    if response.status_code == 404:
        words = explanation.lower()
        kind = ImageNotFound if 'no such image' in words or ('not found: does not exist or no pull access' in words) or ('repository does not exist' in words) else NotFound
    return kind(f'{response.status_code} {"Client" if response.status_code < 500 else "Server"} Error: {response.reason} for url: {response.url}', response=response, explanation=explanation)
