using System.Text.RegularExpressions;
using Moothall.Features.Plan.Actions;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Documents.Outlines;

namespace Moothall.Features.Plan.Import.Reading;

/// <summary>
/// What the text of an action says by itself, where no column says it: "Visit farms by June 2027 (Police)". It is only suggested,
/// and the text stays as it is.
/// </summary>
internal sealed partial class TextHints(PlanDraft draft, AgencyWords agencies, TargetWords targets)
{
    private const string AsSaid = "said";
    private const string NotMeant = "none";

    /// <summary>Asks about the date and the agency in the text of an action of which no column says them.</summary>
    public void Take(ReadAction action, Piece piece, ActionRecord record)
    {
        var number = draft.Actions.Count;
        if (
            record.Of(PlanField.TargetDate).All(said => Nothing.Is(said.Text))
            && Date(action.Text) is { } date
        )
        {
            targets.Aim(action, Answered(action.Text, date));
            if (TargetWords.Becomes(action) is { } target)
            {
                draft.Mark(piece, $"{TargetWords.Label(number)}: {target}");
            }
        }

        if (
            action.Responsible.Count == 0
            && Agency(action.Text) is { } agency
            && IsMeant(action.Text, agency)
        )
        {
            action.Responsible.Add(agency);
            draft.Mark(piece, $"Responsible agency of action {number}: {agencies.NameOf(agency)}");
        }
    }

    private TargetDate? Date(string text) =>
        ByWhen().Match(text) is { Success: true } said
        && targets.Read(said.Groups["when"].Value) is { Until: not null } date
            ? date
            : Parts(text).Select(targets.Read).FirstOrDefault(date => date is not null);

    private ReadAgency? Agency(string text) =>
        Led().Match(text) is { Success: true } led ? agencies.Likely(led.Groups["who"].Value)
        : Brackets().Match(text) is { Success: true } said
            ? agencies.Likely(said.Groups["who"].Value)
        : Parts(text)
            .Where(part => targets.Read(part) is null)
            .Select(agencies.Likely)
            .FirstOrDefault(agency => agency is not null);

    // "Visit farms – Police – June 2027": what stands behind the first dash.
    private static IEnumerable<string> Parts(string text) => Dashes().Split(text).Skip(1);

    // A quarter of one year may be counted from January as well.
    private static IEnumerable<QuestionChoice> Otherwise(string text) =>
        TargetDateReading.CalendarQuarter(ByWhen().Match(text).Groups["when"].Value) is { } calendar
            ? [new(calendar.ToString(), calendar.ToString())]
            : [];

    private TargetDate? Answered(string text, TargetDate date)
    {
        var answer = draft.Ask(
            "text-date",
            text,
            $"By when is “{PriorityCell.Shortened(text)}”?",
            [
                new(AsSaid, date.ToString()),
                .. Otherwise(text),
                new(NotMeant, "The plan does not say"),
            ],
            AsSaid,
            targets.Own()
        );
        return answer switch
        {
            AsSaid => date,
            NotMeant => null,
            _ => targets.Read(answer),
        };
    }

    private bool IsMeant(string text, ReadAgency agency) =>
        draft.Ask(
            "text-agency",
            text,
            $"Who is responsible for “{PriorityCell.Shortened(text)}”?",
            [
                new(agency.OrganisationId!.Value.ToString("N"), agencies.NameOf(agency)),
                new(NotMeant, "The plan does not say"),
            ],
            agency.OrganisationId!.Value.ToString("N")
        ) != NotMeant;

    [GeneratedRegex(
        @"\b(by|before|until|no later than|(deadline|due|timescale|target)( date)?:)\s+(?<when>(the\s+)?((end|close)\s+of\s+)?([0-9]{1,2}[/.-][0-9]{1,2}[/.-](20)?[0-9]{2}|([0-9]{1,2}(st|nd|rd|th)?\s+(of\s+)?)?[a-z]{3,9}\s+20[0-9]{2}|q(uarter\s*)?[1-4]\s+(of\s+)?20[0-9]{2}([-/–][0-9]{2})?|20[0-9]{2}[-/–](20)?[0-9]{2}))\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ByWhen();

    [GeneratedRegex(
        @"\b(lead|owner|responsible)( agency| officer| partner)?:\s*(?<who>[^.;:()]{2,100})",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Led();

    [GeneratedRegex(@"\s+[–—|-]\s+", RegexOptions.None, 1000)]
    private static partial Regex Dashes();

    [GeneratedRegex(
        @"\(\s*(?<who>[^()]{2,100}?)\s*\)\s*[.;]?\s*\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Brackets();
}
