"""How requests are sent."""
from .sessions import HTTPAdapter as HTTPAdapter
