using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>The part a person plays in a matter; kept apart as R14.7 asks.</summary>
public enum PersonRole
{
    [Display(Name = "Victim")]
    Victim,

    [Display(Name = "Complainant")]
    Complainant,

    [Display(Name = "Alleged perpetrator")]
    AllegedPerpetrator,

    [Display(Name = "Witness")]
    Witness,

    [Display(Name = "Child")]
    Child,

    [Display(Name = "Household member")]
    HouseholdMember,

    [Display(Name = "Other")]
    Other,
}

/// <summary>
/// A person in one matter: first in its referral, then in the case that came of it. There is no master record;
/// the Community Safety Team may link rows as the same person (settled 1).
/// </summary>
public sealed class CasePerson : Record, IPersonalRecord
{
    public Guid? ReferralId { get; set; }
    public Guid? CaseId { get; set; }
    public required PersonRole Role { get; set; }

    /// <summary>Position among the people of the referral, as they were written down.</summary>
    public int Order { get; set; }

    public required string GivenNames
    {
        get;
        set
        {
            field = value;
            SearchGivenNames = NormalisedName.Of(value + KnownAs);
        }
    }
    public required string FamilyName
    {
        get;
        set
        {
            field = value;
            SearchFamilyName = NormalisedName.Of(value);
        }
    }
    public string KnownAs
    {
        get;
        set
        {
            field = value;
            SearchGivenNames = NormalisedName.Of(GivenNames + value);
        }
    } = "";

    /// <summary>Date of birth, or else an estimated age in years, or else why neither is known (S1-5.6a).</summary>
    public DateOnly? DateOfBirth { get; set; }
    public int? EstimatedAge { get; set; }
    public string AgeNotKnownBecause { get; set; } = "";

    /// <summary>Address as given; empty where it is protected, for then it is a <see cref="ProtectedValue"/>.</summary>
    public string Address
    {
        get;
        set
        {
            field = value;
            SearchAddress = NormalisedName.Of(value + Postcode);
        }
    } = "";
    public string Postcode
    {
        get;
        set
        {
            field = value;
            SearchAddress = NormalisedName.Of(Address + value);
        }
    } = "";

    /// <summary>Family name folded for search; it follows the name.</summary>
    public string SearchFamilyName { get; set; } = "";

    /// <summary>Given names and known-as folded for search; they follow the names.</summary>
    public string SearchGivenNames { get; set; } = "";

    /// <summary>Address and postcode folded for search; empty where they are protected, like the address itself.</summary>
    public string SearchAddress { get; private set; } = "";

    public List<PersonTelephone> Telephones { get; } = [];

    /// <inheritdoc/>
    public (string Kind, Guid Id) ShownAs =>
        CaseId is { } caseId ? ("Case", caseId) : ("Referral", ReferralId ?? Id);

    /// <summary>Given names and family name as one reads them.</summary>
    public string FullName => $"{GivenNames} {FamilyName}".Trim();
}

/// <summary>A telephone number of a person, as given and as digits to search by.</summary>
public sealed class PersonTelephone : Record
{
    public required Guid PersonId { get; init; }
    public required string Number { get; init; }
    public required string Digits { get; init; }

    /// <summary>Position among the person's numbers.</summary>
    public int Order { get; init; }
}

/// <summary>An address, place or area a matter is about.</summary>
public sealed class CasePlace : Record
{
    public Guid? ReferralId { get; set; }
    public Guid? CaseId { get; set; }

    /// <summary>Position among the places of the referral, as they were written down.</summary>
    public int Order { get; init; }

    public required string Description
    {
        get;
        set
        {
            field = value;
            SearchText = NormalisedName.Of(value + Postcode);
        }
    }
    public string Postcode
    {
        get;
        set
        {
            field = value;
            SearchText = NormalisedName.Of(Description + value);
        }
    } = "";

    /// <summary>Description and postcode folded for search; they follow both.</summary>
    public string SearchText { get; set; } = "";
}

/// <summary>What sort of value is kept from all but named people.</summary>
public enum ProtectedKind
{
    Address,
    Telephone,
}

/// <summary>An address or number that must not reach the person it is kept from: a value of its own, shown to named people, each showing logged.</summary>
public sealed class ProtectedValue : Record
{
    public required Guid PersonId { get; init; }
    public required ProtectedKind Kind { get; init; }

    /// <summary>The value, encrypted with the partnership's keys.</summary>
    [Secret]
    public required byte[] Sealed { get; set; }
    public required string Why { get; set; }
    public List<ProtectedValueReader> Readers { get; } = [];
}

/// <summary>A person named as one who may see a protected value.</summary>
public sealed class ProtectedValueReader : Record
{
    public required Guid ValueId { get; init; }
    public required Guid UserId { get; init; }
}

/// <summary>Two rows the team holds to be the same person, with reasons; undone by saying when and why not.</summary>
public sealed class PersonLink : Record
{
    public required Guid FirstId { get; init; }
    public required Guid SecondId { get; init; }
    public required string Why { get; init; }
    public string UnlinkedBecause { get; set; } = "";
}

internal sealed class CasePersonMapping
    : IEntityTypeConfiguration<CasePerson>,
        IEntityTypeConfiguration<ProtectedValue>,
        IEntityTypeConfiguration<PersonLink>
{
    public void Configure(EntityTypeBuilder<CasePerson> builder)
    {
        builder.HasIndex(person => person.SearchFamilyName);
        builder.HasIndex(person => person.DateOfBirth);
        builder.HasIndex(person => person.ReferralId);
        builder
            .HasMany(person => person.Telephones)
            .WithOne()
            .HasForeignKey(telephone => telephone.PersonId);
        builder.HasMany<ProtectedValue>().WithOne().HasForeignKey(value => value.PersonId);
    }

    public void Configure(EntityTypeBuilder<PersonLink> builder)
    {
        builder.HasIndex(link => link.FirstId);
        builder.HasIndex(link => link.SecondId);
    }

    public void Configure(EntityTypeBuilder<ProtectedValue> builder) =>
        builder.HasMany(value => value.Readers).WithOne().HasForeignKey(reader => reader.ValueId);
}
