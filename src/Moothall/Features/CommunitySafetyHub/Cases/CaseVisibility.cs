using System.ComponentModel.DataAnnotations;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Who may see a case at all.</summary>
public enum CaseVisibility
{
    [Display(Name = "The hub: representatives of every current member")]
    Hub,

    [Display(Name = "Named agencies only")]
    NamedAgencies,

    [Display(Name = "Named people only")]
    NamedPeople,
}

/// <summary>What a matter is about; only a person matter needs names and dates of birth (practice section 1).</summary>
public enum CaseKind
{
    [Display(Name = "A person or people")]
    Person,

    [Display(Name = "A place")]
    Place,

    [Display(Name = "A group or network")]
    Group,

    [Display(Name = "A theme or trend")]
    Theme,
}
