using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas.Research;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>Whose sheet it is and where its answers go.</summary>
/// <param name="Member">The agency.</param>
/// <param name="MeetingOn">The day of the hub.</param>
/// <param name="Telephone">The team's number; empty where none is set.</param>
/// <param name="Mark">Whose copy it is, on every page.</param>
public sealed record SheetHead(string Member, DateOnly MeetingOn, string Telephone, string Mark)
{
    /// <summary>Whom to ring.</summary>
    public string Team =>
        Telephone.Length > 0
            ? $"the Community Safety Team, {Telephone}"
            : "the Community Safety Team";
}

/// <summary>The sheets as papers, from which page, Word file and PDF are drawn.</summary>
public static class SheetPaper
{
    // An empty box to tick by hand.
    private const string Box = "\u2610";

    /// <summary>An agency's open actions, with room for its answers.</summary>
    public static Paper Actions(SheetHead head, SheetActions actions) =>
        Of(
            head,
            $"Actions of {head.Member} for the hub of {UkTime.LongDate(head.MeetingOn)}",
            [
                new PaperText(
                    $"Please answer each action before the hub: write on this sheet or ring {head.Team}. People are named by initials; ask for the case by its reference."
                ),
                new PaperTable(
                    "Open actions",
                    ["No.", "Action", "Case", "Due", "Last update", "Your answer"],
                    [
                        .. actions.Listed.Select(
                            (one, index) =>
                                (string[])
                                    [
                                        (index + 1).ToString(CultureInfo.InvariantCulture),
                                        one.Text,
                                        one.Reference,
                                        UkTime.Date(one.Action.Due),
                                        one.LastReport.Length > 0 ? one.LastReport : "None yet",
                                        Answer(one.Action),
                                    ]
                        ),
                    ],
                    [1, 6, 3, 2, 4, 6]
                ),
                .. Left(actions.ByTelephone, head),
            ]
        );

    /// <summary>The names an agency looks up, with boxes for what it holds.</summary>
    public static Paper Research(SheetHead head, IReadOnlyList<ResearchSubject> names) =>
        Of(
            head,
            $"Names for {head.Member} to look up for the hub of {UkTime.LongDate(head.MeetingOn)}",
            [
                new PaperText(
                    $"Please look each name up in your own records, tick one box and add a line only where it helps the meeting. Send it back or ring {head.Team}. Shred this list when it is answered."
                ),
                new PaperTable(
                    "Names",
                    ["Case", "Name", "Born", "Address", "In your records", "A line where it helps"],
                    [
                        .. names.Select(one =>
                            (string[])
                                [
                                    one.Reference,
                                    one.Name,
                                    one.Born,
                                    one.Address,
                                    $"{Box} Known\n{Box} Not known",
                                    "",
                                ]
                        ),
                    ],
                    [3, 4, 3, 4, 3, 5]
                ),
            ]
        );

    private static Paper Of(SheetHead head, string title, IReadOnlyList<PaperBlock> blocks) =>
        new()
        {
            Title = title,
            Marking = Minutes.ProtectiveMarking,
            FooterLines =
            [
                head.Mark,
                "From the moment you receive it, you and your organisation keep it secure. Do not forward it.",
            ],
            Blocks = blocks,
        };

    private static string Answer(HubAction action) =>
        action.Acceptance.State switch
        {
            AcceptanceState.Awaited =>
                $"{Box} Accepted\n{Box} Give it elsewhere, because\n\n{Box} Done",
            _ => $"{Box} Done\n{Box} In progress\n{Box} No change\n{Box} Cannot be done",
        };

    private static IEnumerable<PaperBlock> Left(int byTelephone, SheetHead head) =>
        byTelephone switch
        {
            0 => [],
            1 => [new PaperText($"One more action is not written here. Ring {head.Team}.")],
            _ =>
            [
                new PaperText(
                    $"{byTelephone} more actions are not written here. Ring {head.Team}."
                ),
            ],
        };
}
