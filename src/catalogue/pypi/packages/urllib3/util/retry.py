from .. import Retry as Retry, Timeout as Timeout
