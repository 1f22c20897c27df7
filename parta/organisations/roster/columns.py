"""OneRoster as data: which files and columns both versions have, which values they allow, what we make of them.

Source: 1EdTech OneRoster CSV Binding 1.1 (2017) and 1.2.1 (2023). The order is the order of the standard;
we find columns by name, because people move them about in spreadsheets.
"""

from typing import Literal

File = Literal[
    "orgs", "academicSessions", "courses", "classes", "users", "roles", "enrollments", "userProfiles"
]

# The order matters: a row may only refer to rows of files above it, or of its own file.
FILES: tuple[File, ...] = (
    "orgs",
    "academicSessions",
    "courses",
    "classes",
    "users",
    "userProfiles",
    "roles",
    "enrollments",
)

_COMMON = ("sourcedId", "status", "dateLastModified")

COLUMNS_1_1: dict[File, tuple[str, ...]] = {
    "orgs": (*_COMMON, "name", "type", "identifier", "parentSourcedId"),
    "academicSessions": (
        *_COMMON, "title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear",
    ),
    "courses": (
        *_COMMON, "schoolYearSourcedId", "title", "courseCode", "grades", "orgSourcedId", "subjects", "subjectCodes",
    ),
    "classes": (
        *_COMMON, "title", "grades", "courseSourcedId", "classCode", "classType", "location",
        "schoolSourcedId", "termSourcedIds", "subjects", "subjectCodes", "periods",
    ),
    "users": (
        *_COMMON, "enabledUser", "orgSourcedIds", "role", "username", "userIds", "givenName", "familyName",
        "middleName", "identifier", "email", "sms", "phone", "agentSourcedIds", "grades", "password",
    ),
    "enrollments": (
        *_COMMON, "classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary", "beginDate", "endDate",
    ),
}  # fmt: skip

COLUMNS_1_2: dict[File, tuple[str, ...]] = {
    **{name: COLUMNS_1_1[name] for name in ("orgs", "academicSessions", "courses", "classes", "enrollments")},
    "users": (
        *_COMMON, "enabledUser", "username", "userIds", "givenName", "familyName", "middleName", "identifier",
        "email", "sms", "phone", "agentSourcedIds", "grades", "password", "userMasterIdentifier",
        "resourceSourcedIds", "preferredGivenName", "preferredMiddleName", "preferredFamilyName",
        "primaryOrgSourcedId", "pronouns",
    ),
    "roles": (
        *_COMMON, "userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId",
        "userProfileSourcedId",
    ),
    "userProfiles": (
        *_COMMON, "userSourcedId", "profileType", "vendorId", "applicationId", "description",
        "credentialType", "username", "password",
    ),
}  # fmt: skip

# Without these a file cannot be understood at all. Fewer than the standard demands, because real exports
# leave out what nobody reads.
REQUIRED: dict[File, tuple[str, ...]] = {
    "orgs": ("sourcedId", "name", "type"),
    "academicSessions": ("sourcedId", "title", "type", "startDate", "endDate"),
    "courses": ("sourcedId", "title"),
    "classes": ("sourcedId", "title", "classType", "schoolSourcedId"),
    "users": ("sourcedId", "givenName", "familyName"),
    "roles": ("userSourcedId", "role", "orgSourcedId"),
    "enrollments": ("classSourcedId", "userSourcedId", "role"),
    "userProfiles": ("sourcedId", "userSourcedId"),
}

# Spellings met in exports of real systems.
ALIASES = {
    "agentsourceids": "agentsourcedids",
    "agents": "agentsourcedids",
    "termsourcedid": "termsourcedids",
    "terms": "termsourcedids",
    "userprofile": "userprofilesourcedid",
}

# In the standard, yet none of a messenger's business: named so that nobody wonders whether they were lost.
LEFT_ALONE = {
    "demographics": "demographics_ignored",
    "categories": "file_not_needed",
    "classResources": "file_not_needed",
    "courseResources": "file_not_needed",
    "lineItems": "file_not_needed",
    "lineItemLearningObjectiveIds": "file_not_needed",
    "lineItemScoreScales": "file_not_needed",
    "resources": "file_not_needed",
    "results": "file_not_needed",
    "resultLearningObjectiveIds": "file_not_needed",
    "resultScoreScales": "file_not_needed",
    "scoreScales": "file_not_needed",
    "userResources": "file_not_needed",
}

STATUSES = frozenset({"active", "tobedeleted"})
SESSION_TYPES = frozenset({"gradingPeriod", "semester", "schoolYear", "term"})
CLASS_TYPES: dict[str, str] = {"homeroom": "homeroom", "scheduled": "subject"}
ORG_TYPES: dict[str, str] = {
    "school": "school",
    "district": "district",
    "local": "district",
    "state": "district",
    "national": "district",
    # A department is a part of a school (a campus, a primary school); people belong to it as to a school.
    "department": "school",
}

# What a role of the standard gives here: our role and the position written beside the name.
# A proctor watches an examination and gets no rights from that.
ROLES: dict[str, tuple[str, str] | None] = {
    "student": ("pupil", ""),
    "teacher": ("teacher", ""),
    "aide": ("teacher", "Ассистент"),
    "counselor": ("teacher", "Советник"),
    "principal": ("administrator", "Директор"),
    "administrator": ("administrator", ""),
    "siteAdministrator": ("administrator", ""),
    "districtAdministrator": ("administrator", ""),
    "systemAdministrator": ("administrator", ""),
    "parent": ("parent", ""),
    "guardian": ("parent", ""),
    "relative": ("parent", ""),
    "proctor": None,
}
# Ordered: who is both a parent and a guardian of a child is its parent.
GUARDIAN_ROLES = ("parent", "guardian", "relative")
ROLE_TYPES = frozenset({"primary", "secondary"})
ENROLLMENT_ROLES: dict[str, str | None] = {
    "student": "pupil",
    "teacher": "teacher",
    "aide": "teacher",
    "administrator": None,
    "proctor": None,
}
