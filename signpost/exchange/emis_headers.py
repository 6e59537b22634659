"""The columns of an EMIS bulk extract, version 5.4, in order, from the published column lists.

Source: endeavourhealth/Transforms (Apache-2.0), transform/emis/csv/schema.
"""

OBSERVATION = tuple(
    """
    ObservationGuid PatientGuid OrganisationGuid EffectiveDate EffectiveDatePrecision
    EnteredDate EnteredTime ClinicianUserInRoleGuid EnteredByUserInRoleGuid
    ParentObservationGuid CodeId ProblemGuid AssociatedText ConsultationGuid Value NumericUnit
    ObservationType NumericRangeLow NumericRangeHigh DocumentGuid Deleted IsConfidential
    ProcessingId
    """.split()
)
CONSULTATION = tuple(
    """
    ConsultationGuid PatientGuid OrganisationGuid EffectiveDate EffectiveDatePrecision
    EnteredDate EnteredTime ClinicianUserInRoleGuid EnteredByUserInRoleGuid AppointmentSlotGuid
    ConsultationSourceTerm ConsultationSourceCodeId Complete Deleted IsConfidential ProcessingId
    """.split()
)
CLINICAL_CODE = tuple(
    """
    CodeId Term ReadTermId SnomedCTConceptId SnomedCTDescriptionId NationalCode
    NationalCodeCategory NationalDescription EmisCodeCategoryDescription ProcessingId
    ParentCodeId
    """.split()
)
PATIENT = tuple(
    """
    PatientGuid OrganisationGuid UsualGpUserInRoleGuid Sex DateOfBirth DateOfDeath Title
    GivenName MiddleNames Surname DateOfRegistration NhsNumber PatientNumber
    PatientTypeDescription DummyType HouseNameFlatNumber NumberAndStreet Village Town County
    Postcode ResidentialInstituteCode NHSNumberStatus CarerName CarerRelation PersonGuid
    DateOfDeactivation Deleted SpineSensitive IsConfidential EmailAddress HomePhone MobilePhone
    ExternalUsualGPGuid ExternalUsualGP ExternalUsualGPOrganisation ProcessingId
    """.split()
)
USER_IN_ROLE = tuple(
    """
    UserInRoleGuid OrganisationGuid Title GivenName Surname JobCategoryCode JobCategoryName
    ContractStartDate ContractEndDate ProcessingId
    """.split()
)
ORGANISATION = tuple(
    """
    OrganisationGuid CDB OrganisationName ODSCode ParentOrganisationGuid CCGOrganisationGuid
    OrganisationType OpenDate CloseDate MainLocationGuid ProcessingId
    """.split()
)
