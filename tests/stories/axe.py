"""axe-core looks at a page: what people who listen, or see little, would stumble over."""

from playwright.sync_api import Page

from tests.stories.installation import ROOT

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
# A colour half faded is not the colour that stays; spinners never end.
STILL = """
    () => document.getAnimations().every((one) =>
        one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)
"""
LOOK = """
    async () => (await axe.run(document)).violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} — ${node.failureSummary.replaceAll('\\n', ' ')}`))
"""


def settle(page: Page) -> None:
    """Wait until fonts are there and nothing moves any more."""
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    page.wait_for_function(STILL)


def faults(page: Page) -> list[str]:
    """Every violation of every rule, with the element and the reason."""
    settle(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(LOOK)
    return found
