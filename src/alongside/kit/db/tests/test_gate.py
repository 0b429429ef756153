"""The gate: in the order of asking, and never left shut."""

import threading
import time

import pytest
from django.db import OperationalError, connection, transaction
from django.db.utils import IntegrityError

from alongside.kit.db.gate import Gate, gate_for
from alongside.kit.mail.models import Outbox
from alongside.kit.words import seal


def test_turns_come_in_the_order_of_asking():
    gate, order, threads = Gate(), [], []
    gate.acquire()

    def take_turn(number):
        with gate.turn():
            order.append(number)

    for number in range(20):
        threads.append(threading.Thread(target=take_turn, args=[number]))
        threads[-1].start()
        while len(gate._waiting) <= number:
            time.sleep(0.001)
    gate.release()
    for thread in threads:
        thread.join()
    assert order == list(range(20))


def test_only_one_is_inside():
    gate, inside, most = Gate(), [], []

    def take_turns():
        for _ in range(200):
            with gate.turn():
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=take_turns) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert gate.acquire(timeout=0)


def test_who_gives_up_waiting_does_not_block_the_others():
    gate = Gate()
    gate.acquire()
    assert not gate.acquire(timeout=0.01)
    with pytest.raises(TimeoutError), gate.turn(timeout=0.01):
        pass
    gate.release()
    assert gate.acquire(timeout=0)


def test_everybody_writing_to_one_file_meets_at_one_gate(tmp_path):
    assert gate_for(tmp_path / "a") is gate_for(str(tmp_path / "a"))
    assert gate_for(tmp_path / "a") is not gate_for(tmp_path / "b")


def outbox(key):
    return Outbox(key=key, letter=seal("x"), language="en-gb")


def is_free() -> bool:
    if connection.gate.acquire(timeout=0):
        connection.gate.release()
        return True
    return False


sqlite_only = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL needs no gate")


@sqlite_only
@pytest.mark.django_db(transaction=True)
def test_a_transaction_holds_the_gate_until_it_ends():
    assert is_free()
    with transaction.atomic():
        assert not is_free()
        with transaction.atomic():
            outbox("one").save()
        assert not is_free()
    assert is_free()


@sqlite_only
@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_gives_the_gate_back():
    outbox("one").save()
    with pytest.raises(IntegrityError), transaction.atomic():
        outbox("one").save(force_insert=True)
    assert is_free()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        raise ZeroDivisionError
    assert is_free()
    with pytest.raises(IntegrityError):
        outbox("one").save(force_insert=True)
    assert is_free()


@sqlite_only
@pytest.mark.django_db(transaction=True)
def test_a_single_write_takes_its_turn_too(monkeypatch):
    turns = []
    take = connection.gate.acquire
    monkeypatch.setattr(connection.gate, "acquire", lambda *a, **k: turns.append(1) or take(*a, **k))
    outbox("one").save()
    Outbox.objects.count()
    assert len(turns) == 1
    assert is_free()


@sqlite_only
@pytest.mark.django_db(transaction=True)
def test_waiting_too_long_is_an_error_of_the_database(monkeypatch):
    monkeypatch.setattr(connection.gate, "acquire", lambda: False)
    with pytest.raises(OperationalError, match="locked"), transaction.atomic():
        pass
