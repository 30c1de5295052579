"""Who asks."""
import base64


class HTTPBasicAuth:
    def __init__(self, username, password):
        self.username, self.password = username, password

    def __call__(self, request):
        request.headers["Authorization"] = "Basic " + base64.b64encode(f"{self.username}:{self.password}".encode()).decode()
        return request
