"""The second factor of staff, in Russian «второй фактор»: codes of an app (TOTP, RFC 6238), a passkey, recovery codes.

`standing` decides at the beginning of every session, whatever the way in, whether a factor is still asked for; the
session is limited until it is given (`sessions.lacks`), and `access.provide_person` lets a limited one through
nowhere. `staff` is how a higher room says who is one; `secrets` is what keeps the codes' seeds.
"""
