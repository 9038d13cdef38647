using System.ComponentModel.DataAnnotations;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Spelling;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Search;

/// <summary>Why somebody searches when nothing led them here; purpose is inferred everywhere else.</summary>
public enum SearchPurpose
{
    [Display(Name = "I am working on a case or a referral")]
    CurrentWork,

    [Display(Name = "I want to check before I make a referral")]
    BeforeReferral,

    [Display(Name = "A partner has asked me")]
    PartnerAsked,

    [Display(Name = "A person has asked for their own information")]
    SubjectAsked,

    [Display(Name = "Another reason")]
    Other,
}

/// <summary>What is searched for, and why (R14.8). All that is filled in must fit.</summary>
public sealed class SearchForm
{
    [Field("Family name", Limit = 100, Conditional = true)]
    public string FamilyName { get; set; } = "";

    [Field("Given names or known as", Limit = 100, Conditional = true)]
    public string GivenNames { get; set; } = "";

    [Field("Date of birth", Hint = "For example 31 3 1985", Conditional = true)]
    public DateOnly? DateOfBirth { get; set; }

    [Field(
        "Postcode, address or place",
        Name = "Place",
        Hint = "For example ZZ99 1AA, or the name of a street or park",
        Limit = 100,
        Conditional = true
    )]
    public string Place { get; set; } = "";

    [Field(
        "Reference",
        Hint = "For example CSH-2026-K7QM, in any spelling, or what a case was called before it was brought in",
        Limit = 40,
        Width = 20,
        Conditional = true
    )]
    public string Reference { get; set; } = "";

    [Field("Why do you search?", Name = "Why you search", Required = "Choose why you search")]
    public SearchPurpose? Purpose { get; set; }

    [Field(
        "What is it for?",
        Name = "What it is for",
        Hint = "A few words, without names. It is kept with the search and may be checked.",
        Required = "Say what it is for",
        Limit = 200
    )]
    public string Details { get; set; } = "";

    /// <summary>The purpose as the audit keeps it.</summary>
    public string Why =>
        $"Search: {(Purpose is { } purpose ? DisplayNames.Of(purpose) : "")}. {Details}";

    /// <summary>What is wrong with the words together, and beside which field; nothing where one can search by them.</summary>
    public (string Field, string Problem)? Problem()
    {
        if (
            DateOfBirth is null
            && string.IsNullOrWhiteSpace(FamilyName + GivenNames + Place + Reference)
        )
        {
            return (
                nameof(FamilyName),
                "Enter a name, a date of birth, a place or a reference to search for"
            );
        }

        // A case that was brought in is found by what it was called before, which may look like anything.
        if (
            Reference.Length > 0
            && HumanReference.Normalise(Reference) is null
            && (FoldedText.Letters(Reference).Length < 2 || !Reference.Any(char.IsAsciiDigit))
        )
        {
            return (
                nameof(Reference),
                "Reference must look like CSH-2026-K7QM, or be one with digits that the case had before"
            );
        }

        return Place.Length > 0 && FoldedText.Letters(Place).Length < 3
            ? (nameof(Place), "Place must have at least 3 letters or digits")
            : null;
    }

    /// <summary>A name as it is looked for: folded, or as typed where nothing of it is a letter or a digit.</summary>
    internal static (string Folded, string Typed) Wanted(string name)
    {
        var folded = NormalisedName.Of(name);
        return (folded, folded.Length == 0 ? name.Trim() : "");
    }
}
