"""axe-core looks at a page: what people who listen, or see little, would stumble over."""

from contextlib import suppress

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as NotYet

from tests.stories.installation import ROOT

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
# A colour half faded is not the colour that stays; spinners never end.
STILL = """
    () => document.getAnimations().every((one) =>
        one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)
"""
# A screen whose code or contents are still on their way has nothing to say yet; axe tells if it never has.
SPEAKS = "() => document.querySelector('h1') !== null"
LOOK = """
    async () => (await axe.run(document)).violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} — ${node.failureSummary.replaceAll('\\n', ' ')}`))
"""
# Wider than the window, or a button whose words do not fit it; what scrolls sideways is allowed to.
CUT_OFF = """
    () => {
        const rolls = (node) => node && (['auto', 'scroll'].includes(getComputedStyle(node).overflowX) || rolls(node.parentElement));
        // VKUI keeps the button that empties a search field beyond its edge until there is something to empty.
        const aside = (node) => node.tabIndex < 0 && node.closest('.vkuiInternalSearch') !== null;
        const wide = document.documentElement.scrollWidth > innerWidth ? [`page: ${document.documentElement.scrollWidth} px wide`] : [];
        const out = [...document.querySelectorAll('button, a, input, h1, h2, h3')].filter((node) => {
            const { left, right, width } = node.getBoundingClientRect();
            return node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !aside(node) && width > 1 && (left < -1 || right > innerWidth + 1) && !rolls(node.parentElement);
        });
        return wide.concat(out.map((node) => `off the screen: ${node.outerHTML.slice(0, 160)}`));
    }
"""


def settle(page: Page) -> None:
    """Wait until fonts are there and nothing moves any more."""
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_load_state("networkidle")
    page.wait_for_function(STILL)


def arrive(page: Page) -> None:
    """Wait until the screen has its heading, which a slow machine fetches after the address has changed."""
    with suppress(NotYet):
        page.wait_for_function(SPEAKS, timeout=10_000)


def faults(page: Page) -> list[str]:
    """Every violation of every rule, with the element and the reason.

    A message may begin to fade while axe looks. A fault is what is there the second time, too.
    """
    arrive(page)
    settle(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(LOOK)
    if found:
        settle(page)
        again: list[str] = page.evaluate(LOOK)
        found = [fault for fault in found if fault in again]
    return found


def cut_off(page: Page) -> list[str]:
    """What lies beyond the edges of the screen and cannot be brought in."""
    found: list[str] = page.evaluate(CUT_OFF)
    return found
