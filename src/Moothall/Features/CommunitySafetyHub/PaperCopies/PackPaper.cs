using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.PaperCopies;

/// <summary>
/// What the team runs a meeting from when the network fails: agenda, register with the statements to sign, lines for actions
/// and notes. Every sheet carries the marking, its copy number, and who printed it when.
/// </summary>
internal static class PackPaper
{
    private const int SpareSigners = 6;
    private const int ActionLines = 14;
    private const int NoteLines = 18;
    private static readonly string[] Taking =
    [
        "Sharing protocol explained",
        "Chair",
        "Start",
        "End",
    ];

    public static Paper Of(
        HubMeeting meeting,
        IReadOnlyList<AgendaLine> lines,
        RegisterSheet register,
        IReadOnlyList<string> statements,
        PaperCopy copy
    )
    {
        var blocks = new List<PaperBlock>
        {
            new PaperKeyValues([
                new("When", $"{UkTime.Long(meeting.StartsAt)}, {meeting.Minutes} minutes"),
                new("Where", $"{DisplayNames.Of(meeting.Mode)}: {meeting.Place}"),
                new("To chair", meeting.ChairName),
            ]),
            new PaperTable(
                "As it was",
                ["What", "Time, or name", "Seen by"],
                [
                    .. Taking.Select(what => Row(what)),
                    Row("Recording, transcription and assistants off"),
                    Row("Room checked, no paper left"),
                ],
                [4, 3, 3]
            ),
        };
        foreach (var part in lines.GroupBy(line => line.Part).OrderBy(part => part.Key))
        {
            blocks.Add(
                new PaperTable(
                    DisplayNames.Of(part.Key),
                    ["Item", "Minutes", "Summary and decision"],
                    [.. part.Select(line => (string[])[line.Title, $"{line.Minutes}", "\n\n\n"])],
                    [4, 1, 6]
                )
            );
        }

        blocks.Add(new PaperHeading(1, "Attendance and confidentiality agreement"));
        blocks.Add(new PaperText("By signing I agree to each of these:"));
        blocks.Add(
            new PaperBullets([.. statements.Select((text, index) => $"{index + 1}. {text}")])
        );
        blocks.Add(
            new PaperTable(
                "Register",
                ["Name", "Agency", "Signature", "Arrived", "Left"],
                [
                    .. register.Rows.Select(row =>
                        (string[])
                            [
                                row.Name,
                                row.AttendsAs.Length > 0
                                    ? $"{row.Agency} ({row.AttendsAs})"
                                    : row.Agency,
                                "\n",
                                "",
                                "",
                            ]
                    ),
                    .. Enumerable.Repeat<string[]>(["\n", "", "", "", ""], SpareSigners),
                ],
                [4, 4, 5, 2, 2]
            )
        );
        blocks.Add(
            new PaperTable(
                "Actions",
                ["Item", "Action", "Owner", "Due"],
                [.. Enumerable.Repeat<string[]>(["\n", "", "", ""], ActionLines)],
                [1, 6, 3, 2]
            )
        );
        blocks.Add(
            new PaperTable(
                "Notes",
                ["Item", "What was shared, by whom"],
                [.. Enumerable.Repeat<string[]>(["\n", ""], NoteLines)],
                [1, 9]
            )
        );
        return new()
        {
            Title = $"Hub of {UkTime.LongDate(UkTime.DateOf(meeting.StartsAt))}: pack on paper",
            Marking = "OFFICIAL-SENSITIVE",
            FooterLines =
            [
                $"Copy {copy.Number}, printed by {copy.HolderName} on {UkTime.Long(copy.IssuedAt)}",
                "Return it to the Community Safety Team. Keep it locked, then shred it.",
            ],
            Blocks = blocks,
        };
    }

    private static string[] Row(string what) => [what, "\n", ""];
}
