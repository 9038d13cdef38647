using System.Globalization;
using System.Text;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>The text of one item: what agencies shared, the chair's summary, decision, dissent, actions (S1-6.2).</summary>
public static class ItemText
{
    /// <summary>What the minutes say under an item.</summary>
    public static string Of(
        MinutesSource source,
        AgendaItem item,
        IReadOnlyList<SourceAction> actions
    )
    {
        var text = new StringBuilder();
        if (
            item.CaseId is { } caseId
            && source.PeopleOfCase.GetValueOrDefault(caseId) is { Count: > 0 } people
        )
        {
            Paragraph(text, $"People in this case: {string.Join(", ", people)}.");
        }

        if (item.Presenter.Length > 0)
        {
            Paragraph(text, $"Presented by {item.Presenter}.");
        }

        switch (item.Outcome)
        {
            case ItemOutcome.NotReached:
                Paragraph(text, "Not reached. It comes to the next meeting.");
                break;
            case ItemOutcome.NoChange:
                Paragraph(text, $"{SourceAction.NoChange}.");
                break;
            case null when item is { Summary: "", Decision: "", Shared.Count: 0 }:
                Paragraph(text, "Nothing was recorded.");
                break;
        }

        if (item.Shared.Count > 0)
        {
            Paragraph(text, "What agencies shared:");
            Paragraph(text, string.Join('\n', item.Shared.OrderBy(s => s.At).Select(Shared)));
        }

        Headed(text, "Chair's summary", item.Summary);
        Headed(text, "Decision", item.Decision);
        Headed(text, "A different view was recorded", item.Dissent);
        if (actions.Count > 0)
        {
            Paragraph(text, "Actions:");
            Paragraph(text, Actions(actions));
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The action table: number, action, owner, due, status.</summary>
    public static string Actions(IReadOnlyList<SourceAction> actions) =>
        string.Join(
            '\n',
            actions
                .Select((action, index) => Row(action, index + 1))
                .Prepend(MinutesNotation.Row("No.", "Action", "Owner", "Due", "Status"))
        );

    private static string Row(SourceAction action, int number) =>
        MinutesNotation.Row(
            number.ToString(CultureInfo.InvariantCulture),
            action.Action.Text,
            action.OwnerMember == action.Action.OwnerName
            || string.IsNullOrWhiteSpace(action.Action.OwnerName)
                ? action.OwnerMember
                : $"{action.OwnerMember} ({action.Action.OwnerName})",
            UkTime.Date(action.Action.Due),
            action.Standing
        );

    // Recorded as theirs, with how it may be used further (S1-7.1b).
    private static string Shared(SharedInformation shared)
    {
        var by = shared.Received.IsSet ? $" ({shared.Received.Words("")})" : "";
        var handling = shared.Handling.Length > 0 ? $"\n  Handling: {shared.Handling}" : "";
        var text = string.Join("\n  ", Lines(shared.Text));
        return $"- {shared.OrganisationName}{by}: {text}{handling}";
    }

    private static void Headed(StringBuilder text, string heading, string words)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            Paragraph(text, $"{heading}:");
            Paragraph(text, string.Join('\n', Lines(words)));
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Trim().ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0);

    private static void Paragraph(StringBuilder text, string words) =>
        text.Append(words).Append("\n\n");
}
