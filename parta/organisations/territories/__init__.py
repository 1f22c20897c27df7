"""The tree above organisations: country, region, municipality, and who looks after each of them.

In Russian: «территории», «страна», «регион», «муниципалитет», «сотрудник территории». A territory is an organisation
of the type country, region or district (so OneRoster calls a municipality), so there is one tree of parents for
rosters and for territories. Its staff see which organisations lie below and how large they are, decide about
applications there, and rename, close and join organisations; they are in no school and see none of its people.
"""
