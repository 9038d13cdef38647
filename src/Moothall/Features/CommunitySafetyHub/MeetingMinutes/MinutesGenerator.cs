using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>
/// Writes the first text of the minutes from what the meeting recorded (practice section 3), a section for each part so that
/// a restricted item can be withheld. Headings carry no numbers: a gap would tell of what a reader may not see (settled 20).
/// </summary>
public static class MinutesGenerator
{
    /// <summary>The minutes of an ended meeting, as a draft.</summary>
    public static Minutes Generate(MinutesSource source, DateTime now)
    {
        var minutes = new Minutes
        {
            MeetingId = source.Meeting.Id,
            CreatedAt = now,
            Title =
                $"{source.BodyName}: minutes of {UkTime.LongDate(UkTime.DateOf(source.Meeting.StartsAt))}",
        };
        var parts = new List<Part>
        {
            new(MinutesSectionKind.Meeting, "Meeting", RegisterText.Meeting(source)),
            new(
                MinutesSectionKind.Confidentiality,
                "Confidentiality agreement and sharing protocol",
                RegisterText.Confidentiality(source)
            ),
            new(MinutesSectionKind.Register, "Attendance", RegisterText.Attendance(source)),
        };
        parts.AddRange(Items(source));
        parts.Add(
            new(MinutesSectionKind.Distribution, "Distribution", RegisterText.Distribution(source))
        );
        parts.Add(
            new(
                MinutesSectionKind.Responsibility,
                "Security of these minutes",
                RegisterText.Responsibility
            )
        );
        minutes.Sections.AddRange(
            parts.Select(
                (part, index) =>
                    new MinutesSection
                    {
                        MinutesId = minutes.Id,
                        Order = index + 1,
                        Kind = part.Kind,
                        Heading = part.Heading,
                        Text = part.Text,
                        ItemId = part.ItemId,
                        CaseId = part.CaseId,
                        InPartB = part.InPartB,
                    }
            )
        );
        return minutes;
    }

    private static IEnumerable<Part> Items(MinutesSource source)
    {
        var left = source.Actions.ToList();
        var items = source.Meeting.Items.OrderBy(item => item.Order).ToList();
        var taken = items.ToDictionary(
            item => item.Id,
            item => Take(left, action => Own(item, action))
        );
        if (items.Find(item => item.Kind == AgendaItemKind.Actions) is { } general)
        {
            taken[general.Id].AddRange(Take(left, action => action.Action.CaseId is null));
        }

        foreach (var item in items)
        {
            yield return new(
                MinutesSectionKind.Item,
                item.Title,
                ItemText.Of(source, item, taken[item.Id]),
                item.Id,
                item.CaseId,
                item.Part == AgendaPart.B
            );
        }

        // What no item of this agenda stands for: the open actions of other cases, a section each, so that each can be withheld.
        foreach (var rest in left.GroupBy(action => action.Action.CaseId))
        {
            var title = rest.Key is { } caseId
                ? $"{source.CaseTitles.GetValueOrDefault(caseId, "A case")}: open actions"
                : "Open actions";
            yield return new(
                MinutesSectionKind.Actions,
                title,
                ItemText.Actions([.. rest]),
                CaseId: rest.Key,
                InPartB: true
            );
        }
    }

    private static bool Own(AgendaItem item, SourceAction action) =>
        action.Action.CaseId is { } caseId
            ? caseId == item.CaseId
            : action.Action.ItemId == item.Id;

    private static List<SourceAction> Take(List<SourceAction> from, Predicate<SourceAction> wanted)
    {
        var taken = from.FindAll(wanted);
        from.RemoveAll(wanted);
        return taken;
    }

    private sealed record Part(
        MinutesSectionKind Kind,
        string Heading,
        string Text,
        Guid? ItemId = null,
        Guid? CaseId = null,
        bool InPartB = false
    );
}
