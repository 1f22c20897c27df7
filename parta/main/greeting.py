"""What the person at the terminal needs to know once Parta runs."""

from parta.core.config import Configuration, CoreSettings
from parta.core.db import Database
from parta.identity.delivery_choice import describe_delivery
from parta.identity.settings import IdentitySettings
from parta.main import queries
from parta.main.client_files import ClientFiles

FIRST_ADMINISTRATOR = """\
  There is no administrator yet. Make the first one with your own phone number:
    {command} administrator --phone +7XXXXXXXXXX --name "Фамилия Имя Отчество"
"""
NO_CLIENT = "  The web client is not built: run `make build` (only the API answers now).\n"
DEMO = "  Demo mode: anybody who opens the page can become any of its people.\n"


async def greet(
    database: Database, configuration: Configuration, address: str, client: ClientFiles | None
) -> str:
    """The address, how to make the first administrator, and where sign-in codes go."""
    core = configuration.get(CoreSettings)
    async with database.transaction() as tx:
        has_administrator = await tx.value(queries.HAS_ADMINISTRATOR)
    text = f"\nParta is open at {address}\n"
    if not has_administrator and not core.demo:
        text += FIRST_ADMINISTRATOR.format(command=".venv/bin/parta")
    text += f"  {describe_delivery(configuration.get(IdentitySettings))}\n"
    text += DEMO if core.demo else ""
    text += "" if client else NO_CLIENT
    return text + "  Stop it with Ctrl-C.\n\n"
