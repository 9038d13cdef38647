using System.ComponentModel.DataAnnotations;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>The password of locked files in one calendar month (S1-7.2i), sealed with the partnership's key.</summary>
public sealed class FilePassword : Record
{
    /// <summary>First day of the month, London time.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The password, encrypted.</summary>
    [Secret]
    public required byte[] Sealed { get; init; }
    public required DateTime MadeAt { get; init; }
}

/// <summary>How a password was given: never by e-mail (S1-7.2i).</summary>
public enum GivingManner
{
    [Display(Name = "By telephone")]
    Telephone,

    [Display(Name = "In person")]
    InPerson,
}

/// <summary>Each giving of a month's password: to whom, how, by whom, when (S1-7.2i).</summary>
public sealed class PasswordGiving : Record
{
    public required Guid PasswordId { get; init; }
    public required Guid ToUserId { get; init; }
    public required string ToName { get; init; }
    public required GivingManner Manner { get; init; }
    public required string GivenByName { get; init; }
    public required DateTime GivenAt { get; init; }

    /// <summary>How the giver knew that it was them, for example "called back on the number we hold".</summary>
    public required string KnownBy { get; init; }
}
