"""From one phone or address to another, in Russian «смена номера или почты»: the profile stays, nothing is lost.

Two confirmations make a move: the new contact proves itself by a code, and the owner of the old one agrees by a code;
where the old one cannot answer, a member of staff who did not begin the move agrees instead. Three days, one at a time.
`starting`, `proving` and `finishing` are its steps; who on the staff may take them the room `organisations` knows.

Other rooms may import:
    starting.start_move, starting.find_move                     begin one; the one there is
    proving.send_code, prove_side, confirm_for_owner            the confirmations
    finishing.cancel_move                                       leave everything as it was
    moves.Move, moves.Side                                      how a move looks
"""
