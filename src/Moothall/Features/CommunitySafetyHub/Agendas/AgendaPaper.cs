using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Documents;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Agendas;

/// <summary>The agenda as a document of its own (S1-A1), holding what its reader may see and no more.</summary>
internal static class AgendaPaper
{
    public static Paper Of(HubMeeting meeting, IReadOnlyList<AgendaLine> lines, string reader)
    {
        var blocks = new List<PaperBlock>
        {
            new PaperKeyValues([
                new("When", $"{UkTime.Long(meeting.StartsAt)}, {meeting.Minutes} minutes"),
                new("How", DisplayNames.Of(meeting.Mode)),
                new("Where", meeting.Place),
                new("Chair", meeting.ChairName),
            ]),
        };
        foreach (var part in lines.GroupBy(line => line.Part).OrderBy(part => part.Key))
        {
            blocks.Add(
                new PaperTable(
                    DisplayNames.Of(part.Key),
                    ["Item", "Minutes"],
                    [.. part.Select(line => (string[])[line.Title, $"{line.Minutes}"])],
                    [6, 1]
                )
            );
        }

        return new()
        {
            Title =
                $"Agenda: Community Safety Hub, {UkTime.LongDate(UkTime.DateOf(meeting.StartsAt))}",
            Marking = "OFFICIAL-SENSITIVE",
            FooterLines = [$"Copy of {reader}"],
            Blocks = blocks,
        };
    }
}
