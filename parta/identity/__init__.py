"""Who somebody is: people, the contacts that prove it, one-time codes, sessions and consents.

In Russian: «учебный профиль», «вход по коду», «согласия», «Передаваемые данные».

Other rooms may import:
    access.Person, access.provide_person, access.person_of_cookie   who is asking
    contacts.normalise, contacts.Contact                            one spelling of a phone or an address
    expected.expect_people, rename_people, set_expected_contacts,
              await_contacts                                    set-based verbs of the roster
    receiving.receive_expected                                      an expected profile received by a code of the school
    code_limits.network_of                                          one name for one household's address
    outside.naming.name_child, take_name_back                       a child's account named by the guardian's
    letters.new_letter, letters.send_letter                         mail through the installation's own server
    sessions.start_session, sessions.end_sessions_of                opening and ending sessions
    suspending.suspend, lift_suspensions                            keeping somebody out, and letting them in again
    erasing.erase_person                                            the end of a profile; rooms hear PersonErased
    events.*                                                        what is announced
    stored_data.register, StoredTable                               «Передаваемые данные»: tables of other rooms
"""
