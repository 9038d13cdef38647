using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>One person of a referral as the form asks (S1-5.6a). A row left empty is no person.</summary>
public sealed class PersonForm
{
    /// <summary>The row this edits, where the person was sent before.</summary>
    public Guid? Id { get; set; }

    [Field("Given names", Limit = 100, Conditional = true)]
    public string GivenNames { get; set; } = "";

    [Field("Family name", Limit = 100, Conditional = true)]
    public string FamilyName { get; set; } = "";

    [Field("Known as", Hint = "Other names the person goes by", Limit = 100)]
    public string KnownAs { get; set; } = "";

    [Field("Part in the matter", Conditional = true)]
    public PersonRole? Role { get; set; }

    [Field("Date of birth", Hint = "For example 31 3 1985", Conditional = true)]
    public DateOnly? DateOfBirth { get; set; }

    [Field(
        "Or an estimated age",
        Name = "Estimated age",
        Least = 0,
        Most = PersonRules.OldestAge,
        Width = 3,
        Conditional = true
    )]
    public int? EstimatedAge { get; set; }

    [Field(
        "Or not known, because",
        Name = "Why the age is not known",
        Limit = 200,
        Conditional = true
    )]
    public string AgeNotKnownBecause { get; set; } = "";

    [Field(
        "Address",
        Hint = "Write “no fixed address” or “not known” where that is so",
        Limit = 400,
        Rows = 2,
        Conditional = true
    )]
    public string Address { get; set; } = "";

    [Field("Postcode", Limit = 10, Width = 10)]
    public string Postcode { get; set; } = "";

    [Field("This address must be kept from someone")]
    public bool AddressIsProtected { get; set; }

    [Field(
        "Telephone numbers",
        Hint = "One a line, in digits, with + and an extension where there is one. Write “none known” where that is so",
        Limit = 400,
        Rows = 2,
        Conditional = true
    )]
    public string Telephones { get; set; } = "";

    [Field("These telephone numbers must be kept from someone")]
    public bool TelephonesAreProtected { get; set; }

    [Field(
        "Kept from whom, and why?",
        Name = "Who it is kept from, and why",
        Hint = "Only where you ticked that something must be kept from someone",
        Limit = 400,
        Conditional = true
    )]
    public string ProtectedBecause { get; set; } = "";

    /// <summary>The telephone numbers, one each.</summary>
    public IReadOnlyList<string> TelephoneLines =>
        Telephones.Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );

    /// <summary>Whether nothing at all was filled in.</summary>
    public bool IsEmpty =>
        Role is null
        && DateOfBirth is null
        && EstimatedAge is null
        && !AddressIsProtected
        && !TelephonesAreProtected
        && string.IsNullOrEmpty(
            GivenNames
                + FamilyName
                + KnownAs
                + AgeNotKnownBecause
                + Address
                + Postcode
                + Telephones
                + ProtectedBecause
        );
}

/// <summary>One place of a referral. A row left empty is no place.</summary>
public sealed class PlaceForm
{
    [Field("Address, place or area", Limit = 400, Conditional = true)]
    public string Description { get; set; } = "";

    [Field("Postcode", Limit = 10, Width = 10)]
    public string Postcode { get; set; } = "";

    /// <summary>Whether nothing at all was filled in.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Description + Postcode);
}
