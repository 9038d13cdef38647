using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Features.CommunitySafetyHub.WriteUps;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.PaperCopies;

/// <summary>What a pack is made of, as far as its maker may see it.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Register">Who is expected.</param>
/// <param name="Statements">What everyone signs.</param>
/// <param name="Items">The agenda, in its order.</param>
/// <param name="People">The people of each case that is open to the maker.</param>
/// <param name="Open">The open actions.</param>
/// <param name="Holding">The items and actions in whose words an address or number stands that is kept for named people.</param>
internal sealed record PackContent(
    HubMeeting Meeting,
    RegisterSheet Register,
    IReadOnlyList<string> Statements,
    IReadOnlyList<AgendaItem> Items,
    ILookup<Guid, CasePerson> People,
    IReadOnlyList<ActionLine> Open,
    IReadOnlySet<Guid> Holding
)
{
    /// <summary>What stands on paper, which lies about, in place of words that hold something kept.</summary>
    public const string NotOnPaper = "Not on paper: it holds an address or number that is kept";

    public string Words(Guid id, string words) => Holding.Contains(id) ? NotOnPaper : words;
}

/// <summary>
/// What the team runs a meeting from when the network fails, in the parts and with the numbers of the form it is written up on:
/// register with the statements to sign, items with lines to write on, actions, start and end. Every sheet carries the marking,
/// its copy number, and who printed it when.
/// </summary>
internal static class PackPaper
{
    private const int SpareSigners = 6;
    private const int NewActions = 14;
    private static readonly int[] Widths = [1, 3];

    // An empty box to tick by hand.
    private const string Box = "\u2610";

    public static Paper Of(PackContent content, PaperCopy copy)
    {
        var meeting = content.Meeting;
        return new()
        {
            Title = $"Hub of {UkTime.LongDate(UkTime.DateOf(meeting.StartsAt))}: pack on paper",
            Marking = "OFFICIAL-SENSITIVE",
            FooterLines =
            [
                $"Copy {copy.Number}, printed by {copy.HolderName} on {UkTime.Long(copy.IssuedAt)}",
                "Return it to the Community Safety Team. Keep it locked, then shred it.",
            ],
            Blocks =
            [
                new PaperKeyValues([
                    new("When", $"{UkTime.Long(meeting.StartsAt)}, {meeting.Minutes} minutes"),
                    new("Where", $"{DisplayNames.Of(meeting.Mode)}: {meeting.Place}"),
                    new("To chair", meeting.ChairName),
                ]),
                .. Came(content),
                new PaperHeading(1, PaperParts.Items),
                .. content
                    .Items.GroupBy(item => item.Part)
                    .OrderBy(part => part.Key)
                    .SelectMany(part =>
                        part.Select(PaperBlock (item) => Item(content, item))
                            .Prepend(new PaperHeading(2, DisplayNames.Of(part.Key)))
                    ),
                .. Actions(content),
                .. Times(meeting),
            ],
        };
    }

    private static IEnumerable<PaperBlock> Came(PackContent content) =>
        [
            new PaperHeading(1, PaperParts.People),
            new PaperText("By signing I agree to each of these:"),
            new PaperText(
                string.Join(
                    '\n',
                    content.Statements.Select((text, index) => $"{index + 1}. {text}")
                )
            ),
            new PaperTable(
                "",
                ["Name", "Agency", "Signature", "Arrived", "Left"],
                [
                    .. content.Register.Rows.Select(row =>
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
            ),
            Lines([("Who saw them sign", 1)]),
        ];

    private static PaperTable Item(PackContent content, AgendaItem item)
    {
        var minutes = item.Minutes switch
        {
            0 => "listed",
            1 => "1 minute",
            var count => $"{count} minutes",
        };
        // The title heads the table: it cannot stay behind at the foot of a sheet, and stands above what goes over to the next.
        return new(
            "",
            [$"{item.Order}.", $"{content.Words(item.Id, item.Title)} ({minutes})"],
            [
                .. People(content, item),
                .. Rows(
                    ItemEnding.NeedsSummary(item.Kind)
                        ?
                        [
                            ("Began, ended", 1),
                            ("What was shared, by which agency and whom", 4),
                            ("Summary", 3),
                            ("Decision", 2),
                            ("Challenge or different view, and whose", 2),
                        ]
                        : [("Began, ended", 1), ("Note for the minutes", 2)]
                ),
                .. Decided(item),
            ],
            Widths
        );
    }

    private static IEnumerable<string[]> People(PackContent content, AgendaItem item)
    {
        var people = item.CaseId is { } id ? content.People[id].ToList() : [];
        if (people.Count > 0)
        {
            yield return
            [
                "People",
                string.Join(
                    '\n',
                    people.Select(one =>
                        $"{one.FullName}, {DisplayNames.Of(one.Role).ToLowerInvariant()}{Born(one)}"
                    )
                ),
            ];
        }
    }

    private static IEnumerable<string[]> Decided(AgendaItem item) =>
        item.CaseId is null
            ? []
            :
            [
                ["The case", $"{Box} as it stands   {Box} keep open   {Box} monitor   {Box} close"],
            ];

    private static string Born(CasePerson person) =>
        person switch
        {
            { DateOfBirth: { } date } => $", born {UkTime.Date(date)}",
            { EstimatedAge: { } age } => $", about {age}, estimated",
            _ => "",
        };

    private static IEnumerable<PaperBlock> Actions(PackContent content)
    {
        yield return new PaperHeading(1, PaperParts.Actions);
        if (content.Open.Count > 0)
        {
            var orders = content
                .Items.Where(item => item.CaseId is not null)
                .ToDictionary(item => item.CaseId!.Value, item => item.Order);
            yield return new PaperHeading(2, "Open actions");
            yield return new PaperTable(
                "",
                ["Item", "Action", "Owner", "Due", "Done or not, the result"],
                [
                    .. content.Open.Select(line =>
                        (string[])
                            [
                                line.Action.CaseId is { } id
                                && orders.TryGetValue(id, out var order)
                                    ? $"{order}"
                                    : "",
                                $"{content.Words(line.Action.Id, line.Action.Text)}\n{line.Reference}".TrimEnd(),
                                line.Action.OwnerName,
                                UkTime.Date(line.Action.Due),
                                $"{Box} Done\n{Box} Not done\n{Box} No further hub action\n\n",
                            ]
                    ),
                ],
                [2, 8, 5, 4, 7]
            );
        }

        yield return new PaperHeading(2, "New actions");
        yield return new PaperTable(
            "",
            ["Item", "Action", "Owner", "Due"],
            [.. Enumerable.Repeat<string[]>(["\n", "", "", ""], NewActions)],
            [2, 9, 5, 4]
        );
    }

    private static IEnumerable<PaperBlock> Times(HubMeeting meeting) =>
        [
            new PaperHeading(1, PaperParts.Times),
            Lines([
                ("Started at", 1),
                ("Ended at", 1),
                ("Who chaired, and from when", 1),
                ("Sharing protocol explained to everyone: confirmed by", 1),
                (
                    $"Recording, transcription and assistants off {MeetingStart.Where(meeting.Mode)}: confirmed by",
                    1
                ),
                ("Room checked, no paper left: by", 1),
            ]),
        ];

    private static PaperTable Lines(IReadOnlyList<(string What, int Lines)> rows) =>
        new("", ["What", "To write down"], [.. Rows(rows)], Widths);

    private static IEnumerable<string[]> Rows(IEnumerable<(string What, int Lines)> rows) =>
        rows.Select(row => (string[])[row.What, new string('\n', row.Lines)]);
}
