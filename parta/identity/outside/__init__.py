"""Ways in beside the one-time code: «Войти с VK ID», «Войти через Госуслуги» (ЕСИА), an OpenID provider of one's own.

A service only proves who somebody is; nothing else of the account there enters Parta, and nobody is shown it.

    departure.py    the secret of a browser that has left, and what is derived from it
    provider.py     what a service is asked for; provider_vk, provider_esia, provider_openid
    signer.py       signatures for ЕСИА; signer_pkcs7, signer_command
    flows.py        leaving and coming back
    entering.py     signing in by a proof
    ways.py         «Способы входа»: linking, listing, unlinking
    naming.py       a child's account that the guardian's profile names
"""
