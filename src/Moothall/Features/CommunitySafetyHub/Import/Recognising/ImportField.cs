using System.ComponentModel.DataAnnotations;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>What a column of a list can mean.</summary>
public enum ImportField
{
    [Display(Name = "Old reference")]
    OldReference,

    [Display(Name = "Title")]
    Title,

    [Display(Name = "What is known")]
    Summary,

    [Display(Name = "Topic")]
    Topic,

    [Display(Name = "Status")]
    Status,

    [Display(Name = "Date opened")]
    OpenedOn,

    [Display(Name = "Name")]
    FullName,

    [Display(Name = "Given names")]
    GivenNames,

    [Display(Name = "Family name")]
    FamilyName,

    [Display(Name = "Date of birth")]
    DateOfBirth,

    [Display(Name = "Age")]
    Age,

    [Display(Name = "Part in the matter")]
    PersonRole,

    [Display(Name = "Address")]
    Address,

    [Display(Name = "Postcode")]
    Postcode,

    [Display(Name = "Telephone")]
    Telephone,

    [Display(Name = "Place")]
    Place,

    [Display(Name = "Agency")]
    Agency,

    [Display(Name = "Case reference")]
    CaseReference,

    [Display(Name = "Action")]
    ActionText,

    [Display(Name = "Owner")]
    Owner,

    [Display(Name = "Person")]
    Person,

    [Display(Name = "Due")]
    Due,

    [Display(Name = "Date agreed")]
    AgreedOn,

    [Display(Name = "Update")]
    Update,

    [Display(Name = "Organisation")]
    Organisation,

    [Display(Name = "Representative")]
    Representative,

    [Display(Name = "Post")]
    Post,

    [Display(Name = "E-mail address")]
    Email,

    [Display(Name = "Deputy")]
    Deputy,

    [Display(Name = "Sharing protocol")]
    Protocol,

    [Display(Name = "Note")]
    Note,

    [Display(Name = "Number in the list")]
    LineNumber,

    [Display(Name = "What was wrong before")]
    Remark,
}
