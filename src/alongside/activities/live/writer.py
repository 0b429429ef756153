"""One thread keeps every contribution: whatever came in during the last commit is the next batch.

While many come in it also waits a moment before each batch. A commit costs as much for one as for thirty.
"""

import asyncio
import threading
import time
from collections import defaultdict, deque
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Protocol

from django.db import connection, connections
from django.utils.translation import gettext as _

from alongside.activities.live import news, writing
from alongside.activities.live.contribution import NewContribution, Receipt, TryAgain

MOST_WAITING = 20_000
MOST_AT_ONCE = 500
GATHER = 0.004  # seconds between the first of a batch and its commit, once several come at a time


class Hearer(Protocol):
    """Something in an event loop that hears there what became of its answer, as asyncio's futures do."""

    def get_loop(self) -> asyncio.AbstractEventLoop: ...
    def done(self) -> bool: ...
    def set_result(self, receipt: Receipt) -> None: ...
    def set_exception(self, problem: BaseException) -> None: ...


Promise = Future[Receipt] | asyncio.Future[Receipt] | Hearer
Waiting = tuple[NewContribution, Promise]


def contribute(new: NewContribution, *, wait: float = 30.0) -> Receipt:
    """Keep one contribution and return its receipt; the same id again returns the same receipt.

    Raises Refused when the activity is not open or the seat has left, TryAgain when it can't be kept just now.
    Inside a transaction it becomes part of that transaction; else it waits for the writer's commit.
    """
    if connection.in_atomic_block:
        return _keep_here(new)
    try:
        return writer.submit(new).result(wait)
    except TimeoutError:
        raise TryAgain(_("The room is very busy. Please try again in a moment.")) from None


def _keep_here(new: NewContribution) -> Receipt:
    kept = writing.keep([new])
    news.tell_on_commit(kept.arrivals)
    outcome = kept.outcomes[0]
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


class Writer:
    """A queue and the thread that empties it. The thread starts with the first contribution."""

    def __init__(self, most_waiting: int = MOST_WAITING, most_at_once: int = MOST_AT_ONCE) -> None:
        self._queue: deque[Waiting] = deque()
        self._wake = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_ending = False
        self._most_waiting, self._most_at_once = most_waiting, most_at_once

    def submit(self, new: NewContribution) -> "Future[Receipt]":
        """Put a contribution in the queue; the future answers after commit. TryAgain when the queue is full."""
        promise: Future[Receipt] = Future()
        self.put(new, promise)
        return promise

    async def keep(self, new: NewContribution) -> Receipt:
        """The same for the event loop, which hears of a whole batch at once."""
        promise: asyncio.Future[Receipt] = asyncio.get_running_loop().create_future()
        self.put(new, promise)
        return await promise

    def put(self, new: NewContribution, promise: Promise) -> None:
        """The same for a promise that the caller made."""
        with self._wake:
            if len(self._queue) >= self._most_waiting:
                raise TryAgain(_("The room is very busy. We try again in a moment."))
            self._queue.append((new, promise))
            if len(self._queue) == 1:
                self._start()
                self._wake.notify()

    def stop(self) -> None:
        """Keep what is queued, then end the thread."""
        with self._wake:
            thread, self._is_ending = self._thread, True
            self._wake.notify()
        if thread is not None:
            thread.join()

    def _start(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._is_ending = False
            self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        size = 1
        while batch := self._next(GATHER if size > 1 else 0.0):
            size = len(batch)
            _keep(batch)
        connections.close_all()

    def _next(self, gather: float) -> list[Waiting]:
        """Whatever waits, as many as go into one batch; empty when the thread should end."""
        with self._wake:
            while not self._queue and not self._is_ending:
                self._wake.wait()
        if gather and not self._is_ending and len(self._queue) < self._most_at_once:
            time.sleep(gather)
        with self._wake:
            return [self._queue.popleft() for _ in range(min(len(self._queue), self._most_at_once))]


def _keep(batch: Sequence[Waiting]) -> None:
    """Keep a batch, tell the rooms, then tell each author."""
    kept = writing.keep_safely([new for new, _promise in batch])
    news.tell(kept.arrivals)
    loops: defaultdict[asyncio.AbstractEventLoop, list[Told]] = defaultdict(list)
    for (_new, promise), outcome in zip(batch, kept.outcomes, strict=True):
        if isinstance(promise, Future):
            _settle([(promise, outcome)])
        else:
            loops[promise.get_loop()].append((promise, outcome))
    for loop, told in loops.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_settle, told)


def _settle(told: Sequence["Told"]) -> None:
    """Each author hears what became of the answer; those who went away do not."""
    for promise, outcome in told:
        if promise.done():
            continue
        if isinstance(outcome, Exception):
            promise.set_exception(outcome)
        else:
            promise.set_result(outcome)


Told = tuple[Promise, writing.Outcome]
writer = Writer()
