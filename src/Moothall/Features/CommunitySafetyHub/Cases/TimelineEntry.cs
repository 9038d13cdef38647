using System.ComponentModel.DataAnnotations;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>What sort of thing happened, for reading a timeline in part.</summary>
public enum TimelineKind
{
    [Display(Name = "Referrals and triage")]
    Referral,

    [Display(Name = "Meetings")]
    Meeting,

    [Display(Name = "Research")]
    Research,

    [Display(Name = "Actions")]
    Action,

    [Display(Name = "Notes")]
    Note,

    [Display(Name = "Challenges")]
    Challenge,

    [Display(Name = "Changes to the case")]
    Change,
}

/// <summary>Words of a timeline entry, under a heading where they need one.</summary>
public sealed record TimelineText(string Label, string Text);

/// <summary>Something that happened in a case.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="What">What happened, in a line.</param>
/// <param name="By">Who stands behind it; empty where the line says so.</param>
/// <param name="Texts">What was said, whose texts are empty left out.</param>
public sealed record TimelineEntry(
    DateTime At,
    TimelineKind Kind,
    string What,
    string By,
    IReadOnlyList<TimelineText> Texts
)
{
    /// <summary>Texts with their headings; those that say nothing are left out.</summary>
    public static IReadOnlyList<TimelineText> Say(params (string Label, string Text)[] texts) =>
        [
            .. texts
                .Where(one => !string.IsNullOrWhiteSpace(one.Text))
                .Select(one => new TimelineText(one.Label, one.Text)),
        ];
}
