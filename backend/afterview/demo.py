"""The example candidate for a database that no server serves: what `afterview demo` does."""

from contextlib import closing

from afterview.clock import utc_now
from afterview.domain.errors import InterviewsExist
from afterview.services.demo import fill_demo
from afterview.store.migrate import migrate
from afterview.store.owners import LOCAL
from afterview.store.session import Database


def store_demo(url: str) -> bool:
    """Keep the example; False where there are interviews already."""
    migrate(url)
    with closing(Database(url, utc_now)) as database:
        try:
            fill_demo(database, LOCAL)
        except InterviewsExist:
            return False
    return True
