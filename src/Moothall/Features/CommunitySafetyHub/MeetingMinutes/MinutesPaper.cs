using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>The minutes as one reader gets them.</summary>
/// <param name="Minutes">The minutes with all sections and signatures.</param>
/// <param name="Sections">The sections this reader may have, in order.</param>
/// <param name="Mark">Whose copy it is, for example "Copy of Petra Novak, Testshire Police".</param>
public sealed record MinutesCopy(
    Minutes Minutes,
    IReadOnlyList<MinutesSection> Sections,
    string Mark
)
{
    /// <summary>The copy of someone with an account.</summary>
    public static async Task<MinutesCopy> ForAsync(
        MoothallDb db,
        Minutes minutes,
        HubViewer reader,
        CancellationToken cancel = default
    ) => new(minutes, await db.SectionsForAsync(minutes, reader, cancel), $"Copy of {reader.Name}");
}

/// <summary>Makes the one paper from which page, Word file and PDF are drawn. Copy marks are no part of what was signed (settled 11).</summary>
public static class MinutesPaper
{
    /// <summary>The paper of one copy.</summary>
    /// <exception cref="InvalidOperationException">The stored text is not the one that was signed; nothing may be made of it.</exception>
    public static Paper For(MinutesCopy copy)
    {
        var seal = MinutesSeal.Check(copy.Minutes);
        if (!seal.Allowed)
        {
            throw new InvalidOperationException(seal.Reason);
        }

        return new()
        {
            Title = copy.Minutes.Title,
            Marking = Minutes.ProtectiveMarking,
            HeaderLines = [Standing(copy.Minutes)],
            FooterLines =
            [
                copy.Mark,
                copy.Minutes.Status == MinutesStatus.Released
                    ? seal.Reason
                    : $"Text: {CanonicalText.Short(copy.Minutes.CurrentHash)}",
            ],
            Blocks =
            [
                .. copy.Sections.SelectMany(section =>
                    MinutesNotation
                        .Blocks(section.Text)
                        .Prepend(new PaperHeading(1, section.Heading))
                ),
            ],
        };
    }

    private static string Standing(Minutes minutes) =>
        (minutes.Status, minutes.Standing) switch
        {
            (MinutesStatus.Released, { } all) =>
                $"Signed by {string.Join(" and ", all.Select(s => s.Name))}. Released {UkTime.Long(minutes.ReleasedAt!.Value)}.",
            (_, [var first, ..]) =>
                $"Draft with one signature ({first.Name}). Not for circulation.",
            _ => "Draft. Not signed. Not for circulation.",
        };
}
