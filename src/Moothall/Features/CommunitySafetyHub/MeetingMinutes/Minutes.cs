using System.ComponentModel.DataAnnotations;
using Moothall.Platform;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Where the minutes are on their way to the members.</summary>
public enum MinutesStatus
{
    [Display(Name = "Draft"), TagColour("yellow")]
    Draft,

    [Display(Name = "One signature"), TagColour("blue")]
    SignedOnce,

    [Display(Name = "Released"), TagColour("green")]
    Released,
}

/// <summary>The record of a meeting. It exists when the meeting ends; released, it is frozen (settled 11).</summary>
public sealed class Minutes : Record
{
    /// <summary>The protective marking of all minutes (practice section 3).</summary>
    public const string ProtectiveMarking = "OFFICIAL-SENSITIVE";

    /// <summary>Why released minutes take no edit, in the sentence people are shown (settled 11).</summary>
    public const string FrozenBecause =
        "These minutes have been released and cannot be changed. Corrections are made at a later meeting.";

    public required Guid MeetingId { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>Body and day, as they were when the minutes were drafted; part of what is signed.</summary>
    public string Title { get; init; } = "";
    public MinutesStatus Status { get; set; } = MinutesStatus.Draft;

    /// <summary>Counts the texts, so that an edit and a signature at the same moment cannot both succeed.</summary>
    public int Edition { get; private set; } = 1;
    public DateTime? EditedAt { get; private set; }
    public string EditedByName { get; private set; } = "";

    /// <summary>The canonical text and its hash as signed; nothing before the second signature.</summary>
    public string SignedText { get; set; } = "";
    public string SignedHash { get; set; } = "";
    public DateTime? ReleasedAt { get; set; }

    /// <summary>When those who had not acknowledged were reminded, the day before the next hub (S1-5.2).</summary>
    public DateTime? RemindedAt { get; set; }

    public List<MinutesSection> Sections { get; } = [];
    public List<MinutesSignature> Signatures { get; } = [];
    public List<MinutesReading> Readings { get; } = [];

    /// <summary>What is signed: everything but copy marks. The sections must have been loaded.</summary>
    public MinutesContent Content => MinutesContent.Of($"{Title} – {ProtectiveMarking}", Sections);

    /// <summary>Hash of the text as it stands.</summary>
    public string CurrentHash => CanonicalText.Hash(Content);

    /// <summary>Signatures that can still count: an edit voids them for good, even where it is undone (settled 11).</summary>
    public IReadOnlyList<MinutesSignature> Standing =>
        Signing.Standing(Signatures.Where(signature => signature.VoidedAt is null), CurrentHash);

    /// <summary>Signatures that an edit took away, for the page that shows whose edit it was.</summary>
    public IReadOnlyList<MinutesSignature> Voided =>
        [.. Signatures.Where(signature => signature.VoidedAt is not null)];

    /// <summary>Corrects a section. Any edit a reader could see voids the first signature (settled 11).</summary>
    /// <returns>Why it cannot be done, or nothing.</returns>
    public string? Edit(
        MinutesSection section,
        string heading,
        string text,
        string byName,
        DateTime now
    )
    {
        if (Status == MinutesStatus.Released)
        {
            return FrozenBecause;
        }

        var before = CurrentHash;
        (section.Heading, section.Text) = (heading, text);
        if (CurrentHash == before)
        {
            return null;
        }

        foreach (var signature in Signatures.Where(signature => signature.VoidedAt is null))
        {
            signature.Void(byName, now);
        }

        (Status, EditedAt, EditedByName) = (MinutesStatus.Draft, now, byName);
        Edition++;
        return null;
    }

    /// <summary>Signs the text the person was shown; the second person's signature releases it (S1-7.2j).</summary>
    /// <returns>Whether it was signed, and why or why not.</returns>
    public Verdict Sign(SigningFacts facts, string name, DateTime now)
    {
        var verdict = Signing.MaySign(facts);
        if (!verdict.Allowed)
        {
            return verdict;
        }

        var hash = CurrentHash;
        Signatures.Add(
            new()
            {
                MinutesId = Id,
                UserId = facts.PersonId,
                Name = name,
                SignedAt = now,
                TextHash = hash,
            }
        );
        Status = MinutesStatus.SignedOnce;
        if (Standing.Count >= Signing.Needed)
        {
            (Status, SignedText, SignedHash, ReleasedAt) = (
                MinutesStatus.Released,
                CanonicalText.Of(Content),
                hash,
                now
            );
        }

        return verdict;
    }
}
