"""Which services are switched on, decided by the settings."""

import msgspec

from parta.core.config import Configuration
from parta.core.errors import NotFound
from parta.identity.outside.esia_tokens import TokenReader
from parta.identity.outside.provider import Provider, ProviderName
from parta.identity.outside.provider_esia import EsiaProvider
from parta.identity.outside.provider_openid import OpenIdProvider
from parta.identity.outside.provider_vk import VkProvider
from parta.identity.outside.reaching import Reach
from parta.identity.outside.signer import Signer
from parta.identity.outside.signer_command import CommandChecker, CommandSigner
from parta.identity.outside.signer_pkcs7 import Pkcs7Signer
from parta.identity.settings import EsiaSettings, IdentitySettings, OpenIdSettings, VkIdSettings


class OfferedProvider(msgspec.Struct, frozen=True):
    """A service by which one may come in; the title is the installation's own, for a provider of its own."""

    provider: ProviderName
    title: str


def offered(configuration: Configuration) -> list[OfferedProvider]:
    """The services that are switched on, in the order they are shown."""
    found = []
    if configuration.get(VkIdSettings).client_id:
        found.append(OfferedProvider("vk_id", "VK ID"))
    if configuration.get(EsiaSettings).client_id:
        found.append(OfferedProvider("esia", "Госуслуги"))
    own = configuration.get(OpenIdSettings)
    if own.issuer and own.client_id:
        found.append(OfferedProvider("openid", own.title))
    return found


def provider_of(name: str, configuration: Configuration) -> Provider:
    """The service; 404 for one that is switched off or that nobody knows."""
    if all(one.provider != name for one in offered(configuration)):
        raise NotFound
    reach = Reach(name, configuration.get(IdentitySettings).outside_timeout)
    if name == "vk_id":
        return VkProvider(configuration.get(VkIdSettings), reach)
    if name == "openid":
        return OpenIdProvider(configuration.get(OpenIdSettings), reach)
    return _esia(configuration.get(EsiaSettings), reach)


def _esia(settings: EsiaSettings, reach: Reach) -> EsiaProvider:
    check = settings.check_command
    tokens = TokenReader(
        address=settings.address,
        client_id=settings.client_id,
        certificate=settings.token_certificate,
        checker=CommandChecker(check, reach.timeout) if check else None,
    )
    return EsiaProvider(settings, reach, _signer(settings, reach), tokens)


def _signer(settings: EsiaSettings, reach: Reach) -> Signer:
    if settings.certificate is not None and settings.key is not None and not settings.sign_command:
        return Pkcs7Signer(settings.certificate, settings.key, settings.key_password.reveal())
    return CommandSigner(settings.sign_command, reach.timeout)
