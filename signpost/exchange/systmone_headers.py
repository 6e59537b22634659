"""The columns of SystmOne's Strategic Reporting extract, version 93, in order, from the published
column lists.

Source: endeavourhealth/Transforms (Apache-2.0), transform/tpp/csv/schema.
"""

CODE = tuple(
    """
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt CTV3Code CTV3Text SNOMEDCode SNOMEDText
    NumericComparator IsNumeric NumericValue NumericUnit EpisodeType IDTemplate IDQuestionnaire
    IDEvent IDPatient IDReferralIn IDAppointment IDVisit IDOrganisation
    IDOrganisationRegisteredAt RemovedData
    """.split()
)
EVENT = tuple(
    """
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy IDStaffMemberProfileRole TextualEventDoneBy IDOrganisationDoneAt IDAuthorisedBy
    IDProfileAuthorisedBy ContactEventLocation ContactMethod EventIncomplete ClinicalEvent
    IDReferralIn IDPatient IDOrganisation IDTeam IDBranch IDOrganisationRegisteredAt RemovedData
    """.split()
)
PATIENT = tuple(
    """
    RowIdentifier IDOrganisationVisibleTo Title FirstName MiddleNames Surname PreviousSurname
    NHSNumber DateBirth DateDeath BirthPlace Gender SpeaksEnglish EmailAddress TestPatient SSRef
    SpineMatched RemovedData
    """.split()
)
ORGANISATION = tuple(
    """
    RowIdentifier Name ID HouseName HouseNumber NameOfRoad NameOfLocality NameOfTown
    NameOfCounty FullPostCode Telephone SecondaryTelephone Fax MadeObsolete IDTrust IDCcg
    RemovedData
    """.split()
)
STAFF_MEMBER = tuple(
    """
    RowIdentifier StaffName StaffUserName NationalIdType IDNational IDSmartCard Obsolete
    RemovedData
    """.split()
)
STAFF_MEMBER_PROFILE = tuple(
    """
    RowIdentifier DateProfileCreated IdProfileCreatedBy IDStaffMemberProfileRole StaffRole
    DateEmploymentStart DateEmploymentEnd PPAID GPLocalCode IDStaffMember IDOrganisation GmpID
    RemovedData
    """.split()
)
TEMPLATE = tuple(
    """
    RowIdentifier IDOrganisationVisibleTo DatePublished IDProfilePublishedBy TemplateName
    TemplateVersion IDOrganisation RemovedData
    """.split()
)
