"""S3, STS and IAM as clients use them here, over HTTP."""

from __future__ import annotations

import os
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from tests.rehearsal.conftest import BUCKET

if TYPE_CHECKING:
    from pathlib import Path

    from tests.rehearsal.conftest import World


def test_objects_of_all_sizes_are_read_as_written(world: World) -> None:
    for size in (0, 1, 65_535, 65_536, 3_000_000):
        body = os.urandom(size)
        world.s3.put_object(Bucket=BUCKET, Key=f"size/{size}", Body=body)
        answer = world.s3.get_object(Bucket=BUCKET, Key=f"size/{size}")
        assert answer["Body"].read() == body
        assert world.s3.head_object(Bucket=BUCKET, Key=f"size/{size}")["ContentLength"] == size


def test_files_in_several_parts(world: World, tmp_path: Path) -> None:
    from boto3.s3.transfer import TransferConfig

    path = tmp_path / "large"
    path.write_bytes(os.urandom(20_000_000))
    parts = TransferConfig(multipart_threshold=8_000_000, multipart_chunksize=8_000_000)
    world.s3.upload_file(str(path), BUCKET, "large", Config=parts)
    world.s3.download_file(BUCKET, "large", str(tmp_path / "back"), Config=parts)
    assert (tmp_path / "back").read_bytes() == path.read_bytes()
    assert len(world.emulator.ledger.of("UploadPart")) == 3


def test_a_stream_of_unknown_length(world: World, tmp_path: Path) -> None:
    read, write = os.pipe()
    with ThreadPoolExecutor(1) as pool, os.fdopen(read, "rb") as source:

        def feed() -> None:
            with os.fdopen(write, "wb") as target:
                for _ in range(10):
                    target.write(b"x" * 100_000)

        fed = pool.submit(feed)
        world.s3.upload_fileobj(source, BUCKET, "stream")
        fed.result()
    assert world.read("stream") == b"x" * 1_000_000


def test_keys_with_odd_characters(world: World) -> None:
    keys = ["a b", "ümläut/ß", "plus+sign", "per%cent", "q?x=1", "hash#tag", "a=b&c"]
    for key in keys:
        world.s3.put_object(Bucket=BUCKET, Key=key, Body=key.encode())
    assert [c["Key"] for c in world.s3.list_objects_v2(Bucket=BUCKET)["Contents"]] == sorted(
        keys, key=lambda key: key.encode()
    )
    for key in keys:
        assert world.s3.get_object(Bucket=BUCKET, Key=key)["Body"].read() == key.encode()


def test_listing_copying_and_deleting(world: World) -> None:
    for number in range(12):
        world.s3.put_object(Bucket=BUCKET, Key=f"run/{number:02}", Body=b"x")
    paginator = world.s3.get_paginator("list_objects_v2")
    pages = list(paginator.paginate(Bucket=BUCKET, Prefix="run/", PaginationConfig={"PageSize": 5}))
    assert [len(page["Contents"]) for page in pages] == [5, 5, 2]
    world.s3.copy_object(Bucket=BUCKET, Key="copy", CopySource={"Bucket": BUCKET, "Key": "run/03"})
    world.s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": f"run/{n:02}"} for n in range(12)]})
    assert world.keys() == ["copy"]
    names = set(world.emulator.ledger.counts("s3"))
    assert names == {"PutObject", "ListObjectsV2", "CopyObject", "DeleteObjects"}


def test_missing_objects_get_the_errors_of_s3(world: World) -> None:
    from botocore.exceptions import ClientError

    with pytest.raises(ClientError, match="NoSuchKey"):
        world.s3.get_object(Bucket=BUCKET, Key="nothing")
    with pytest.raises(ClientError, match="NoSuchBucket"):
        world.s3.get_object(Bucket="nowhere", Key="nothing")
    with pytest.raises(ClientError, match="404"):
        world.s3.head_object(Bucket=BUCKET, Key="nothing")


def test_a_bucket_is_made_as_at_aws(world: World) -> None:
    world.s3.create_bucket(Bucket=f"sagemaker-us-east-1-{world.emulator.account_id}")
    assert len(world.s3.list_buckets()["Buckets"]) == 2


def test_sts_knows_the_account(world: World) -> None:
    identity = world.client("sts").get_caller_identity()
    assert identity["Account"] == world.emulator.account_id
    assert world.emulator.ledger.of("GetCallerIdentity")


def test_roles_can_be_made_and_read(world: World) -> None:
    iam = world.client("iam")
    iam.create_role(RoleName="mine", AssumeRolePolicyDocument="{}")
    assert iam.get_role(RoleName="mine")["Role"]["Arn"].endswith(":role/mine")


def test_the_next_emulator_starts_empty() -> None:
    from sagemaker_rehearsal import Emulator

    with Emulator() as first:
        first.storage.make_bucket(BUCKET, first.region)
        folder = first.folder
    assert not folder.exists()
    with Emulator() as second:
        assert not second.storage.has_bucket(BUCKET)


def test_a_process_has_one_emulator_at_a_time(world: World) -> None:
    from sagemaker_rehearsal import Emulator
    from sagemaker_rehearsal.messages import RehearsalError

    with pytest.raises(RehearsalError, match="close it first"), Emulator():
        pass


def test_an_emulator_that_cannot_start_leaves_nothing_open(world: World) -> None:
    import psutil

    from sagemaker_rehearsal import Emulator

    port = int(world.emulator.endpoint.rsplit(":", 1)[1])
    world.emulator.close()
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", port))
        taken.listen()
        children = len(psutil.Process().children())
        with pytest.raises(OSError, match="in use"), Emulator(port=port):
            pass
        assert len(psutil.Process().children()) == children
    with Emulator(port=port) as emulator:
        assert emulator.endpoint.endswith(str(port))


def test_uploads_do_not_wait_for_a_go_ahead(world: World) -> None:
    begun = time.monotonic()
    for number in range(5):
        world.s3.put_object(Bucket=BUCKET, Key=f"quick/{number}", Body=b"x")
    assert time.monotonic() - begun < 1  # each would take one where `100 Continue` isn't flushed


def test_rewriting_objects_for_hours_costs_neither_memory_nor_files(world: World) -> None:
    import tracemalloc

    body = b"x" * 200_000  # large enough for moto to keep it in a file

    def rewrite(times: int) -> None:
        for _ in range(times):
            world.emulator.storage.put(BUCKET, "report", body)

    rewrite(20)
    files = len(os.listdir("/proc/self/fd"))
    tracemalloc.start()
    rewrite(20)
    before, _ = tracemalloc.get_traced_memory()
    rewrite(300)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 300_000
    assert len(os.listdir("/proc/self/fd")) <= files + 2


def test_many_clients_at_once(world: World) -> None:
    def work(worker: int) -> int:
        client = world.client("s3")
        for number in range(20):
            client.put_object(Bucket=BUCKET, Key=f"{worker}/{number}", Body=b"x" * worker)
        return len(client.list_objects_v2(Bucket=BUCKET, Prefix=f"{worker}/")["Contents"])

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == [20] * 8
