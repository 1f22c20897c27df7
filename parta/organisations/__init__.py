"""Where people belong: organisations, classes, roles, guardians, and the rosters they come from.

In Russian: «организация», «класс», «роль», «классный руководитель», «родитель (законный представитель)»,
«выгрузка из электронного журнала».

Other rooms may import:
    access.administered_organisations, require_administration,
           require_administrator, require_operator               who has which right where; 404 for everybody else
    roles.grant_role, withdraw_role, appoint_first_administrator  giving roles by hand (and from the command line)
    rights                                                        the named rights of administrators
    structure.positions.name_position                             a position in the reader's language
    organisations.list_organisations, find_organisation, list_people
    roles.appoint_proven, founding.found_organisation            an organisation that begins by an application
    territories.access, territories.tree                          the tree above organisations, and who looks after it
    ending.previews.register_belongings                           what a higher room keeps for an organisation that ends
    roster.previews.preview_roster, roster.application.apply_roster   a OneRoster ZIP, in two steps
    workbook.previews.preview_workbook                            an XLSX or CSV of one organisation, applied in the same way
    roster.report.tell                                            a preview as a table for a terminal
    events.RosterApplied, SchoolYearBegan, RolesChanged, JoiningAsked, JoiningDecided, FamilyChanged,
    OrganisationReopened, OrganisationsMerged                     what is announced

Other rooms may join for reading, all of it about now (nothing ended, closed or left):
    current_roles (person_id, organisation_id, role, position, subject, confirmed_at); operators have organisation_id NULL
    current_enrollments (class_id, person_id, role, class_teacher, organisation_id, kind, title, grade, subject, guest_of)
    current_guardianships (guardian_id, child_id, relation)
    teaching (teacher_id, pupil_id, class_id, organisation_id, class_teacher)
    classmates (pupil_id, classmate_id, class_id, kind, organisation_id)
Each is indexed by person, by class and by organisation.
"""
