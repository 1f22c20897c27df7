"""Signing in by a key that a phone, a computer or a token keeps (WebAuthn level 3), in Russian «ключ доступа».

`challenges` are the questions a browser is asked once; `adding` makes a key somebody's; `proving` checks an answer;
`entering` opens a session by a key alone, which then stands for both factors because it asked for a finger or a PIN.
"""
