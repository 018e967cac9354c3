"""Every kind of blackbox keeps the contract."""

from pathlib import Path

import pytest
from tests.helpers.tables import made_up_reference, sparse_table

from tunewise.blackboxes.references import FORMATS, open_blackbox
from tunewise.testing.blackboxes import BLACKBOX_CHECKS, Check

SHARED = Path(__file__).resolve().parents[3] / "shared"
REFERENCES = {
    "embedded": "transformer_wikitext2",
    "embedded, nearest": "transformer_wikitext2?off_grid=nearest",
    "recorded": "",
    "recorded, levels far apart": "",
    "lcbench": f"lcbench:{SHARED}/tables/lcbench/126029.npz",
    "yahpo": f"yahpo:{SHARED}/yahpo_data/iaml_glmnet",
    "yahpo, with choices": f"yahpo:{SHARED}/yahpo_data/rbv2_rpart?instance=1040",
}


def test_every_format_is_here() -> None:
    missing = set(FORMATS) - {name.partition(",")[0] for name in REFERENCES}
    assert missing == {"syne_tune"}  # which makes the same tables as `recorded`, see test_published.py


@pytest.mark.parametrize("check", BLACKBOX_CHECKS, ids=lambda check: check.__name__.removeprefix("check_"))
@pytest.mark.parametrize("name", REFERENCES)
def test_contract(name: str, check: Check, tmp_path: Path) -> None:
    table = sparse_table() if name == "recorded, levels far apart" else None
    reference = REFERENCES[name] or made_up_reference(tmp_path, table)
    place = Path(reference.partition(":")[2].partition("?")[0])
    if place.is_absolute() and not place.exists():
        pytest.skip(f"{place.name} is not in ../shared")
    if name.startswith("yahpo"):
        pytest.importorskip("onnxruntime")
    check(open_blackbox(reference))
