"""Jobs of the back end on the emulator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.helpers.harnesses.sagemaker import example

from tunewise.testing import backend_scripts as scripts
from tunewise.testing.backend_rig import rig_for

if TYPE_CHECKING:
    from pathlib import Path

    from sagemaker_rehearsal import Emulator

pytestmark = pytest.mark.slow


def test_a_job_from_its_start_to_its_end(emulator: Emulator, tmp_path: Path) -> None:
    with rig_for(example, tmp_path, scripts.STEPS) as rig:
        job_id = rig.start(rig.job(arguments={"last": 5}))
        rig.gate.touch()
        ended = rig.until_ended(job_id)
        assert ended.failure is None, ended
        assert [report.values["step"] for report in rig.reports(job_id)] == [1, 2, 3, 4, 5]
        print(emulator.ledger.counts())
