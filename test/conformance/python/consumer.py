"""The same agency in Python: confluent-kafka, and SQLite for what it keeps.

For each case it keeps how many stages it has been through and in which it is. Event id, position and effect are one
transaction; offsets go to Kafka after it, so that others see the lag.
"""

import json
import os
import pathlib
import signal
import sqlite3
import sys

from confluent_kafka import Consumer, KafkaException, Producer

TOPICS = os.environ["TITIAN_TOPICS"].split(",")
GROUP = os.environ["TITIAN_GROUP"]
DATABASE = pathlib.Path(os.environ["TITIAN_STATE"], "agency.sqlite")

TABLES = """
create table if not exists seen_event (id text primary key);
create table if not exists case_stage (case_id text primary key, steps int, stage text, version int);
"""
ENTER = """
insert into case_stage values (?, 1, ?, ?)
on conflict (case_id) do update set steps = steps + 1,
  stage = case when excluded.version > version then excluded.stage else stage end,
  version = max(excluded.version, version)
"""


def read(message):
    """The event, or None if it cannot be read."""
    try:
        event = json.loads(message.value())
        return event if isinstance(event, dict) and "id" in event and "type" in event else None
    except (TypeError, ValueError):
        return None


def apply(database, event):
    """Takes effect once, however often the event comes."""
    with database:  # begins a transaction, commits it, or undoes it
        database.execute("begin immediate")
        fresh = database.execute("insert or ignore into seen_event values (?)", (event["id"],)).rowcount
        if fresh and event["type"] == "titian.stage.entered.v1":
            database.execute(ENTER, (event["subject"], event["data"]["stage"], event["caseversion"]))


def put_aside(producer, message, reason):
    """Durable when it returns."""
    headers = [*(message.headers() or []), ("dlq-reason", reason.encode())]
    producer.produce(os.environ["TITIAN_DEAD_LETTERS"], key=message.key(), value=message.value(), headers=headers)
    if producer.flush(30) > 0:
        sys.exit("the dead letters cannot be written")


def commit(consumer):
    """Tells others how far we are. Not needed for being right: what comes again has no effect."""
    try:
        consumer.commit(asynchronous=False)
    except KafkaException as error:
        print("positions not committed:", error, file=sys.stderr)  # e.g. the partitions are another instance's by now


def main():
    stopping = False

    def stop(_signal, _frame):
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    database = sqlite3.connect(DATABASE, timeout=30, isolation_level=None)
    database.execute("pragma journal_mode = wal")
    database.executescript(TABLES)
    brokers = {"bootstrap.servers": os.environ["KAFKA_BROKERS"]}
    producer = Producer({**brokers, "enable.idempotence": True})
    consumer = Consumer(
        {
            **brokers,
            "group.id": GROUP,
            "auto.offset.reset": "earliest",
            "enable.auto.commit": False,
            "session.timeout.ms": int(os.environ.get("SESSION_TIMEOUT_MS", "6000")),
            "heartbeat.interval.ms": 300,
        }
    )
    consumer.subscribe(TOPICS)
    try:
        while not stopping:
            messages = [each for each in consumer.consume(num_messages=50, timeout=0.2) if each.error() is None]
            for message in messages:
                event = read(message)
                if event is None:
                    put_aside(producer, message, "no event")
                else:
                    apply(database, event)
            if messages:
                commit(consumer)
    finally:
        consumer.close()
        database.close()


if __name__ == "__main__":
    main()
