"""The page in a real browser: every view and every button."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.console.conftest import Served, command, opened, running, serving
from tests.console.made_up import LIVE_SCRIPT, write_large, write_odd

from tunewise.events import Entry, Reported
from tunewise.journal import Journal
from tunewise.trial import JobId

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

TABS = ("Overview", "Parameters", "Trials", "Decisions", "Jobs", "Cost", "Setup")


def go(page: Page, served: Served, place: str) -> None:
    page.goto(f"{served.root}{place}")


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=re.compile(name)).click()


def tile(page: Page, name: str) -> Locator:
    """One of the figures at the top of an experiment."""
    return page.locator(".tile", has=page.get_by_role("heading", name=name, exact=True))


# ---- the list -------------------------------------------------------------------------------------------


def test_the_list_is_filtered_sorted_and_opened(page: Page) -> None:
    rows = page.locator("table.list tbody tr")
    expect(rows.filter(has_text="large")).to_have_count(1)
    expect(page.get_by_text("damaged", exact=False).first).to_be_visible()
    page.get_by_role("searchbox").fill("simul")
    expect(page.get_by_role("link", name="simulated", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="large", exact=True)).to_have_count(0)
    assert "q=simul" in page.url
    page.get_by_role("searchbox").fill("")
    page.get_by_role("button", name="Trials").click()
    expect(page.get_by_role("columnheader", name="Trials")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Trials").click()
    expect(rows.first).to_contain_text("large")
    page.get_by_role("button", name="finished").click()
    expect(rows.filter(has_text="finished").first).to_be_visible()
    page.get_by_label("those of studies, too").check()
    expect(page.get_by_role("link", name=re.compile("^small.")).first).to_be_visible()
    page.get_by_role("link", name="large", exact=True).click()
    expect(page.get_by_role("heading", name="large")).to_be_visible()


def test_the_token_does_not_stay_in_the_address(page: Page) -> None:
    assert "token" not in page.url
    assert page.evaluate("document.cookie") == ""


def test_the_address_can_be_clicked_in_another_page(browser: Browser, served: Served) -> None:
    with opened(browser, root="http://") as page:
        link = f'<a href="{served.address}">console</a>'
        page.route(
            "http://notebook.example/*", lambda route: route.fulfill(content_type="text/html", body=link)
        )
        page.goto("http://notebook.example/")
        page.get_by_role("link", name="console").click()
        expect(page.get_by_role("heading", name="Experiments")).to_be_visible()
        assert page.url == served.root
        page.go_back()
        expect(page.get_by_role("link", name="console")).to_be_visible()  # the token is not on the way


# ---- an experiment --------------------------------------------------------------------------------------


def test_a_running_experiment_is_shown_as_it_runs(page: Page, served: Served, live: str) -> None:
    page.get_by_role("link", name=live, exact=True).click()
    reports = tile(page, "Trials").locator("small")
    expect(reports).to_have_text(re.compile(r"[1-9]\d* report"))
    before = int((reports.text_content() or "").split()[0])
    expect(reports).not_to_have_text(re.compile(rf"^{before} report"))  # without a reload
    expect(page.locator(".tolds li").first).to_be_visible()
    expect(page.get_by_role("heading", name="Learning curves")).to_be_visible()
    for name in TABS:
        tab(page, name)
        expect(page.get_by_role("tab", name=re.compile(name))).to_have_attribute("aria-selected", "true")
        expect(page.locator("[role=tabpanel] .card, [role=tabpanel] .empty").first).to_be_visible()
    tab(page, "Trials")
    page.locator("table.list tbody tr").first.click()
    panel = page.get_by_role("complementary")
    expect(panel.locator("pre.log").last).to_contain_text("is done")
    panel.get_by_role("button", name="errors").click()
    panel.get_by_role("button", name="output").click()
    expect(panel.get_by_text("--lr")).to_be_visible()
    panel.get_by_role("button", name="The next trial").click()
    panel.get_by_role("button", name="The trial before").click()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_what_is_chosen_on_an_axis_stays_in_the_address(page: Page, served: Served) -> None:
    go(page, served, "#/e/simulated?tab=parameters")
    canvas = page.locator(".canvasbox canvas").first
    canvas.wait_for()
    box = canvas.bounding_box()
    assert box is not None
    x = box["x"] + 58
    page.mouse.move(x, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(x, box["y"] + 180, steps=5)
    page.mouse.up()
    expect(page.get_by_text(re.compile(r"\d+ trials of \d+ chosen"))).to_be_visible()
    assert "brush=lr" in page.url
    chosen = page.get_by_text(re.compile(r"\d+ trials of \d+ chosen")).text_content()
    page.reload()
    expect(page.get_by_text(chosen or "", exact=True)).to_be_visible()
    page.get_by_role("button", name="clear the choice").click()
    page.get_by_role("button", name="Logarithmic axis for lr").click()
    assert "log=" in page.url
    page.get_by_role("button", name="Move lr to the right").click()
    page.get_by_role("button", name="Move lr to the left").click()
    page.get_by_role("button", name="Take dropout away").click()
    expect(page.locator("figure.slice", has_text="dropout")).to_have_count(0)
    page.get_by_label("Add an axis").select_option("dropout")
    expect(page.locator("figure.slice", has_text="dropout")).to_have_count(1)


def test_what_matters_is_shown_with_its_interval_and_put_first(page: Page, served: Served) -> None:
    go(page, served, "#/e/large?tab=parameters")
    weights = page.get_by_role("list", name="Importance of hyperparameters").get_by_role("listitem")
    expect(weights).to_have_count(8)
    expect(weights.nth(1)).to_contain_text(
        re.compile(r"\d+ % \(80 %: \d+ to \d+ %\) · the best: .* to .* of")
    )
    expect(weights.nth(7)).to_contain_text("nothing beyond chance")
    expect(page.get_by_text("Compared: 10,000 trials, all trained to the end")).to_be_visible()
    expect(page.locator("figure.slice figcaption").first).to_contain_text("lr")
    page.get_by_role("button", name="Put x0 first").click()
    expect(page.locator("figure.slice figcaption").first).to_contain_text("x0")
    assert "axes=x0" in page.url


def test_before_there_are_enough_trials_the_page_says_so(page: Page, served: Served, live: str) -> None:
    go(page, served, f"#/e/{live}?tab=parameters")
    expect(page.get_by_text(re.compile("^(It is too early to tell what matters|Compared)"))).to_be_visible()


def test_ten_thousand_trials_scroll_and_only_those_in_sight_exist(page: Page, served: Served) -> None:
    go(page, served, "#/e/large?tab=trials&sort=@id")
    rows = page.locator("tbody tr:not(.spacer)")
    expect(page.get_by_role("tab", name="Trials")).to_contain_text("10,000")  # all is read
    page.locator(".virtual").evaluate("box => box.scrollTo(0, box.scrollHeight)")
    expect(rows.last).to_contain_text("9999")
    assert rows.count() < 100
    page.get_by_role("searchbox").fill("lr<0.0001 completed")
    expect(page.get_by_text(re.compile(r"^[\d,]+ of 10,000$"))).to_be_visible()
    page.locator(".virtual").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("tr.selected")).to_have_count(1)
    tab(page, "Overview")
    expect(page.get_by_role("complementary")).to_be_visible()
    tab(page, "Parameters")
    expect(page.locator("figure.slice")).to_have_count(8)


def test_charts_answer_to_clicks_and_buttons(page: Page, served: Served) -> None:
    go(page, served, "#/e/simulated")
    for name in ("reports", "time"):
        page.get_by_role("group", name="Over what").first.get_by_role("button", name=name).click()
    curves = page.get_by_role("region", name="Learning curves")
    curves.get_by_role("button", name="time").click()
    workers = page.get_by_role("region", name="Workers")
    for name in ("Zoom in", "Zoom out", "latest", "all"):
        workers.get_by_role("button", name=name).click() if name != "all" else None
    canvas = workers.locator("canvas")
    box = canvas.bounding_box()
    assert box is not None
    for part in (0.5, 0.6, 0.7, 0.8):  # a job somewhere here
        canvas.click(position={"x": part * box["width"], "y": 14})
        if "trial=" in page.url:
            break
    expect(page.get_by_role("complementary")).to_be_visible()
    page.get_by_role("button", name="Close the panel").click()
    page.get_by_role("button", name="all of them").click()
    page.get_by_role("button", name="pauses and stops").click()
    page.get_by_label("Filter decisions by words").fill("epoch 1")
    expect(page.locator(".tolds li").first).to_contain_text("pauses trial")


def test_a_damaged_journal_is_shown_up_to_the_damage(page: Page, served: Served) -> None:
    go(page, served, "#/e/damaged")
    expect(page.get_by_role("alert")).to_contain_text("tunewise check damaged")
    expect(tile(page, "Trials")).to_contain_text("report")


def test_an_experiment_that_is_not_there_is_a_sentence(page: Page, served: Served) -> None:
    go(page, served, "#/e/nothing")
    expect(page.get_by_role("alert")).to_contain_text("There is no experiment 'nothing'")


def test_the_keyboard_is_enough(page: Page, served: Served) -> None:
    go(page, served, "#/e/simulated")
    page.get_by_role("tab", name="Overview").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Parameters")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("tab", name="Overview")).to_have_attribute("aria-selected", "true")


# ---- connections ----------------------------------------------------------------------------------------

TURN = """state => {
    Object.defineProperty(document, "visibilityState", { get: () => state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_hidden_pages_hold_no_connection_and_go_on_when_seen(page: Page, served: Served) -> None:
    """A browser allows six connections to a host."""
    first = page
    go(first, served, "#/e/simulated")
    tile(first, "Trials").wait_for()
    first.evaluate(TURN, "hidden")
    for _ in range(6):
        other = first.context.new_page()
        other.goto(f"{served.root}#/e/simulated?tab=trials")
        expect(other.locator("tbody tr").first).to_be_visible()
        other.evaluate(TURN, "hidden")
    with first.expect_request(re.compile("experiment/live.*from=")):
        first.evaluate(TURN, "visible")
    tab(first, "Trials")
    expect(first.locator("tbody tr").first).to_be_visible()
    expect(first.get_by_role("alert")).to_have_count(0)


def test_pages_live_on_when_the_console_is_started_again(browser: Browser, filled_home: Path) -> None:
    with serving(filled_home) as served, opened(browser, root=served.root) as page:
        page.goto(served.address)
        go(page, served, "#/e/simulated")
        tile(page, "Trials").wait_for()
        port = served.root.rstrip("/").rpartition(":")[2]
        served.process.send_signal(signal.SIGINT)
        served.process.wait(timeout=60)
        expect(page.get_by_role("alert").filter(has_text="doesn't answer").first).to_be_visible()
        with serving(filled_home, "--port", port) as again:
            expect(
                page.get_by_role("alert").filter(has_text="open the address that it printed").first
            ).to_be_visible()
            page.context.new_page().goto(again.address)
            expect(page.get_by_role("alert")).to_have_count(0)


# ---- looks ----------------------------------------------------------------------------------------------

PLACES = (
    "#/", "#/s/small", "#/e/simulated", "#/e/simulated?tab=parameters", "#/e/simulated?tab=trials",
    "#/e/simulated?tab=decisions", "#/e/simulated?tab=cost", "#/e/simulated?tab=setup",
    "#/e/simulated?trial=3",
)  # fmt: skip


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_wider_than_a_telephone(browser: Browser, served: Served, dark: bool) -> None:
    with opened(browser, width=390, dark=dark, root=served.root) as page:
        page.goto(served.address)
        for place in PLACES:
            go(page, served, place)
            page.locator(
                "[role=tabpanel] .card, .page > .tablebox, .claims, .tablebox table"
            ).first.wait_for()
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, place


def test_the_theme_can_be_chosen(page: Page) -> None:
    button = page.get_by_role("button", name=re.compile("Theme"))
    found = set()
    for _ in range(3):
        before = page.evaluate("document.documentElement.dataset.theme")
        button.click()
        expect(page.locator("html")).not_to_have_attribute("data-theme", before)
        found.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(found) == 2


# ---- steering -------------------------------------------------------------------------------------------


def requests_in(home: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(path.read_bytes()) for path in sorted((home / name / "requests").glob("*.json"))]


def test_what_is_destructive_asks_and_can_be_cancelled(page: Page, served: Served, live: str) -> None:
    go(page, served, f"#/e/{live}")
    for name in ("Note", "Try a configuration", "Budget and workers", "Suspend"):
        page.get_by_role("button", name=name, exact=True).click()
        dialog = page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        dialog.get_by_role("button", name="Cancel").click()
        expect(dialog).to_have_count(0)
    assert not requests_in(served.home, live)


def do(page: Page, button: str, verb: str, fields: dict[str, str] | None = None) -> str:
    """Opens a dialog, fills it in, asks, and returns what the tuner answered."""
    page.get_by_role("button", name=button, exact=True).click()
    dialog = page.get_by_role("dialog")
    for label, text in (fields or {}).items():
        dialog.get_by_label(label).fill(text)
    dialog.get_by_role("button", name=verb, exact=True).click()
    answer = dialog.get_by_role("status")
    expect(answer).to_be_visible()
    text = answer.text_content() or ""
    dialog.get_by_role("button", name=re.compile("Close|Cancel")).click()
    return text


def test_every_button_reaches_the_tuner_and_shows_its_answer(page: Page, served: Served, live: str) -> None:
    go(page, served, f"#/e/{live}?trial=0")
    page.get_by_role("complementary").wait_for()
    page.get_by_role("button", name="Close the panel").click()
    assert do(page, "Budget and workers", "Change", {"Workers": "3"}).startswith("There are now 3")
    go(page, served, f"#/e/{live}")
    assert do(page, "Note", "Add", {"Note": "looks good"}) == "Noted."
    assert (
        "tries it" in (tried := do(page, "Try a configuration", "Try it", {"lr": "0.0123"}))
        or "as soon as" in tried
    )
    page.get_by_role("tab", name="Decisions").click()
    expect(page.get_by_text("a person asks: note: looks good")).to_be_visible()
    expect(page.get_by_text("lr=0.0123").first).to_be_visible()
    assert "suspended" in do(page, "Suspend", "Suspend")
    expect(page.locator(".titleline .state").first).to_contain_text("suspended")
    assert do(page, "Resume", "Resume") == "A tuner has started. It goes on when this console ends."
    expect(page.locator(".titleline .state").first).to_contain_text("running")
    assert "suspended" in do(page, "Suspend", "Suspend")
    expect(page.locator(".titleline .state").first).to_contain_text("suspended")
    assert not requests_in(served.home, live)


def test_a_trial_is_held_let_go_and_ended(page: Page, served: Served, filled_home: Path) -> None:
    with running(filled_home, "steered"):
        go(page, served, "#/e/steered?tab=trials&sort=@id&trial=0")
        panel = page.get_by_role("complementary")
        expect(panel.get_by_role("button", name=re.compile("^(Pause|Hold)$"))).to_be_visible()
        verb = panel.get_by_role("button", name=re.compile("^(Pause|Hold)$")).text_content() or ""
        answer = do(page, verb, "Pause")
        assert "is held" in answer
        expect(panel.get_by_text("held", exact=True)).to_be_visible()
        assert "Trial 0" in do(page, "Resume", "Resume")
        expect(panel.get_by_text("held", exact=True)).to_have_count(0)
        assert "for good" in do(page, "End", "End it")
        expect(panel.locator("header .state")).to_contain_text(re.compile("stopped|halting"))


def test_a_suspended_experiment_is_resumed_by_a_tuner_of_its_own(page: Page, served: Served) -> None:
    script = served.home / "train.py"
    env = {**os.environ, "TUNEWISE_HOME": str(served.home)}
    run = (
        "run",
        str(script),
        "--space",
        "lr=loguniform(1e-4, 1)",
        "--metric",
        "val_loss",
        "--resource",
        "epoch",
    )
    flags = (
        "--max-resource",
        "epochs=2",
        "--workers",
        "1",
        "--max-trials",
        "1",
        "--method",
        "rs",
        "--name",
        "short",
    )
    subprocess.run(command(*run, *flags), env=env, check=True, capture_output=True)
    go(page, served, "#/e/short")
    page.get_by_role("button", name="Resume").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Trials started").fill("2")
    dialog.get_by_role("button", name="Resume").click()
    expect(dialog.get_by_role("status")).to_contain_text("tuner has started")
    dialog.get_by_role("button", name="Close").click()
    expect(tile(page, "Trials").locator(".figure")).to_contain_text("2")
    expect(page.locator(".titleline .state").first).to_contain_text("finished")
    assert (served.home / "short" / "resume.log").exists()


def test_a_console_for_reading_has_no_buttons_that_change(browser: Browser, filled_home: Path) -> None:
    with serving(filled_home, "--read-only") as served, opened(browser, root=served.root) as page:
        page.goto(served.address)
        go(page, served, "#/e/simulated?trial=1")
        expect(page.get_by_text("read-only")).to_be_visible()
        expect(page.get_by_role("complementary")).to_be_visible()
        expect(page.get_by_role("button", name="Resume")).to_have_count(0)
        served.process.terminate()
        expect(page.get_by_role("alert").first).to_contain_text("doesn't answer")


# ---- what is odd ----------------------------------------------------------------------------------------


@pytest.fixture
def odd(page: Page, served: Served, request: pytest.FixtureRequest) -> Iterator[Journal]:
    """The journal of an experiment that counts as running while the test holds it, and is on the page."""
    name = request.node.name
    paths = write_odd(served.home / name)
    with Journal(paths.journal) as journal:
        go(page, served, f"#/e/{name}")
        expect(page.locator(".tile .figure").first).to_have_text("0.5")
        yield journal


def test_what_a_dialog_offers_stays_while_the_experiment_goes_on(
    page: Page, served: Served, odd: Journal
) -> None:
    page.get_by_role("button", name="Try a configuration", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_label("best")).to_have_value("0.25")
    odd.append([Entry(Reported(9.0, JobId(1, 0), 0, 1.0, {"epoch": 1, "loss": 0.4}))])
    expect(page.locator(".tile .figure").first).to_have_text("0.4")
    expect(dialog.get_by_label("best")).to_have_value("0.25")


def test_what_depends_on_others_can_be_left_out_of_a_configuration(
    page: Page, served: Served, odd: Journal
) -> None:
    page.get_by_role("button", name="Try a configuration", exact=True).click()
    dialog = page.get_by_role("dialog")
    nesterov = dialog.get_by_label("nesterov")
    expect(nesterov).to_have_value("true")
    expect(dialog.get_by_text("if status == 'sgd'")).to_be_visible()
    dialog.get_by_role("combobox", name=re.compile("^status")).select_option("adam")
    nesterov.select_option("–")
    with page.expect_request("**/api/experiment/request?**") as asked:
        dialog.get_by_role("button", name="Try it").click()
    assert (asked.value.post_data_json or {})["config"] == {"status": "adam", "level": 3, "best": 0.25}


def test_hyperparameters_may_be_called_as_the_columns_of_the_page(
    page: Page, served: Served, odd: Journal
) -> None:
    page.goto(f"{page.url}?tab=trials&sort=status&filter=level%3D3")
    rows = page.locator(".virtual tbody tr:not(.spacer)")
    expect(rows).to_have_count(1)
    page.get_by_role("searchbox").fill("")
    expect(rows.first).to_contain_text("adam")
    page.get_by_role("searchbox").fill("loss<0.75")  # the metric
    expect(rows).to_have_count(1)
    tab(page, "Parameters")
    expect(page.locator("figure.slice")).to_have_count(4)
    page.get_by_label("Add an axis").select_option("@level")
    expect(page.get_by_role("button", name="Take epoch away")).to_be_visible()


def test_lines_lead_past_an_axis_whose_hyperparameter_a_trial_lacks(
    page: Page, served: Served, odd: Journal
) -> None:
    page.evaluate("""() => {
        const kind = CanvasRenderingContext2D.prototype, write = kind.fillText;
        window.written = new Set();
        kind.fillText = function (text, ...at) { window.written.add(text); write.call(this, text, ...at); };
    }""")
    tab(page, "Parameters")
    page.wait_for_function("() => window.written.has('missing')")  # where nesterov is


def test_a_part_that_fails_says_so_and_the_rest_goes_on(page: Page, served: Served) -> None:
    go(page, served, "#/e/simulated")
    tile(page, "Trials").wait_for()
    page.evaluate(
        "() => { globalThis.uPlot = class { constructor() { throw new Error('no plots today'); } }; }"
    )
    tab(page, "Parameters")
    tab(page, "Overview")
    expect(page.get_by_role("alert")).to_contain_text("This part of the page failed")
    tab(page, "Trials")
    expect(page.locator("tbody tr").first).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_claim_that_is_none_is_said_beside_the_others(page: Page, served: Served) -> None:
    go(page, served, "#/s/small?claim=nonsense")
    expect(page.get_by_role("alert")).to_contain_text("nonsense")
    expect(page.get_by_role("heading", name="Experiments")).to_be_visible()


def test_experiments_that_were_deleted_meanwhile_leave_the_list(page: Page, served: Served) -> None:
    write_large(served.home / "fleeting", trials=3)
    row = page.get_by_role("link", name="fleeting", exact=True)
    expect(row).to_be_visible()
    page.evaluate(TURN, "hidden")
    shutil.rmtree(served.home / "fleeting")
    page.evaluate(TURN, "visible")
    expect(row).to_have_count(0)


# ---- studies and reports --------------------------------------------------------------------------------


def test_a_study_is_compared(page: Page, served: Served) -> None:
    page.get_by_role("link", name=re.compile("small")).first.click()
    expect(page.get_by_role("heading", name="Claims")).to_be_visible()
    page.get_by_label("A claim to test").fill("ASHA@2 < RS@2")
    page.get_by_role("button", name="Test").click()
    expect(page.locator(".claims li")).to_contain_text("ASHA with 2 workers ends below RS with 2")
    page.get_by_role("button", name="worker-hours").click()
    page.get_by_role("button", name=re.compile("Output of")).first.click()
    expect(page.locator("pre.log")).to_be_visible()
    page.locator(".cells a").first.click()
    expect(page.get_by_role("tab", name="Overview")).to_be_visible()
    page.get_by_role("link", name="small").click()
    expect(page.get_by_role("heading", name="Claims")).to_be_visible()


@pytest.mark.parametrize("name", ["simulated", "large", "small"])
def test_a_report_is_the_page_in_one_file(
    browser: Browser, filled_home: Path, tmp_path: Path, name: str
) -> None:
    file = tmp_path / f"{name}.html"
    env = {**os.environ, "TUNEWISE_HOME": str(filled_home)}
    subprocess.run(command("report", name, "-o", str(file)), env=env, check=True, capture_output=True)
    assert file.stat().st_size < 2e6
    with opened(browser, root=file.as_uri()) as page:
        page.goto(file.as_uri())
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
        if name == "small":
            expect(page.get_by_role("heading", name="Claims")).to_be_visible()
            return
        for each in ("Parameters", "Trials", "Decisions", "Cost", "Setup", "Overview"):
            tab(page, each)
            expect(page.locator("[role=tabpanel] .card").first).to_be_visible()
        page.get_by_role("link", name=re.compile(r"^trial \d+")).first.click()
        expect(page.get_by_role("complementary")).to_contain_text("Configuration")
        expect(page.get_by_role("button", name="Resume")).to_have_count(0)


# ---- SageMaker ------------------------------------------------------------------------------------------

SAGEMAKER_STUDY = """
from pathlib import Path
from tunewise import Problem, methods as recipes, space
from tunewise.benchmarks.definitions import Benchmark

def random_search(arguments):
    return recipes.rs(arguments.problem, seed=arguments.seed)

methods = {"RS": random_search, "RS2": random_search}
problem = Problem(
    {"lr": 0.1, "optimizer": space.choice(["adamw", "sgd"])}, "val_loss",
    resource_attr="epoch", max_resource=2, max_resource_arg="epochs",
)
script = Path(__file__).with_name("train.py")
benchmark_definitions = {"tiny": Benchmark("tiny", "for tests", problem, 3600.0, 1, script)}
"""
SAGEMAKER = """
"$PYTHON" -m tunewise study "$STUDY" --experiment-tag cloud --backend sagemaker --benchmark tiny \\
    --num-seeds 1 --n-workers 1 --instance-type ml.g4dn.xlarge --warm-pool 1 --jobs 2 >&2 || exit 1
echo "pid $$"
exec "$PYTHON" -u -m tunewise console --port 0
"""


def test_a_study_on_sagemaker_is_shown_with_its_jobs_and_warm_pools(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "train.py").write_text(LIVE_SCRIPT)
    (study := tmp_path / "study.py").write_text(SAGEMAKER_STUDY)
    env = {
        **os.environ,
        "TUNEWISE_HOME": str(tmp_path / "home"),
        "PYTHON": sys.executable,
        "STUDY": str(study),
    }
    rehearse = command("rehearse", "--profile", "quick", "--", "sh", "-c", SAGEMAKER)
    with subprocess.Popen(rehearse, env=env, stdout=subprocess.PIPE, text=True) as rehearsal:
        assert rehearsal.stdout is not None
        console = next(int(line.split()[1]) for line in rehearsal.stdout if line.startswith("pid "))
        try:
            address = next(found[0] for line in rehearsal.stdout if (found := re.search(r"http\S+", line)))
            root = address.partition("?")[0]
            with opened(browser, root=root) as page:
                page.goto(address)
                page.get_by_role("link", name=re.compile("cloud")).first.click()
                expect(page.get_by_text("2 of 2 experiments ended")).to_be_visible()
                expect(page.locator(".cells .cell")).to_have_count(2)
                page.get_by_role("button", name="Jobs of all experiments").click()
                expect(page.get_by_role("heading", name="Warm pools")).to_be_visible()
                expect(page.get_by_text(re.compile(r"\d instances? for 4 jobs"))).to_be_visible()
                expect(page.get_by_text("Reused", exact=False).first).to_be_visible()
                page.locator(".cells a").first.click()
                tab(page, "Jobs")
                expect(page.get_by_text(re.compile(r"\d instances? for 2 jobs"))).to_be_visible()
                page.get_by_role("button", name="ask again").click()
                tab(page, "Overview")
                expect(page.get_by_text("retained")).to_be_visible()
                page.goto(f"{page.url.partition('?')[0]}?trial=0")
                expect(page.locator("pre.log").last).to_contain_text("is done")
        finally:
            os.kill(console, signal.SIGINT)
        rehearsal.communicate(timeout=120)
