using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>One sheet of one agency for the next hub, with what is known of its copies and answers.</summary>
/// <param name="Kind">Which sheet.</param>
/// <param name="Count">Actions or names on it, as far as the viewer may see them.</param>
/// <param name="Answered">How many of them were answered since the last hub.</param>
/// <param name="Lines">Its recipients by route.</param>
/// <param name="Copies">The copies there are, latest first.</param>
public sealed record SheetPart(
    SheetKind Kind,
    int Count,
    int Answered,
    IReadOnlyList<RecipientLine> Lines,
    IReadOnlyList<CirculationCopy> Copies
)
{
    /// <summary>Recipients who get it and have no copy yet.</summary>
    public IReadOnlyList<RecipientLine> ToSend =>
        Count == 0
            ? []
            :
            [
                .. Lines.Where(line =>
                    line.Gets && !Copies.Any(copy => copy.UserId == line.UserId)
                ),
            ];
}

/// <summary>An agency on the desk.</summary>
/// <param name="Member">The agency.</param>
/// <param name="Decision">The decision that it does not sign in; nothing without one.</param>
/// <param name="NobodySignsIn">Whether none of the people who act for it can sign in.</param>
/// <param name="ShutBecause">Why nothing goes to it; nothing while its protocol is current.</param>
/// <param name="Parts">Its sheets.</param>
public sealed record SheetRow(
    HubMembership Member,
    OnPaper? Decision,
    bool NobodySignsIn,
    string? ShutBecause,
    IReadOnlyList<SheetPart> Parts
)
{
    /// <summary>Why it gets sheets, or that it does not.</summary>
    public string Why =>
        this switch
        {
            { Decision: { } made } =>
                $"Does not sign in: {made.Because} ({made.DecidedByName}, {UkTime.Date(UkTime.DateOf(made.DecidedAt))})",
            { NobodySignsIn: true } => "Nobody who acts for it can sign in.",
            _ => "Signs in; a sheet goes on demand.",
        };

    /// <summary>Whether there is anything to send it, to hear from it or to see of it.</summary>
    public bool HasWork =>
        Decision is not null || Parts.Any(part => part.Count > 0 || part.Copies.Count > 0);

    /// <summary>Whether it gets its sheets without being asked for.</summary>
    public bool GetsSheets => Decision is not null || NobodySignsIn;
}
