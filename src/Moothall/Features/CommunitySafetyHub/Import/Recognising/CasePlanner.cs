using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Reads a list of open cases. Rows with the same reference are one case with several people.</summary>
internal static class CasePlanner
{
    public static ImportPlan Plan(Recognition recognised, PlanBook book)
    {
        var rows = book.RowsOf(recognised);
        var groups = rows.Select(
                (row, at) => (Row: row, Reference: row.Text(ImportField.OldReference, 60), At: at)
            )
            .GroupBy(one =>
                NormalisedName.Of(one.Reference) is { Length: > 0 } key ? key : $"row {one.At}"
            )
            .Select(group => group.ToList());
        foreach (var group in groups)
        {
            List<RowValues> values = [.. group.Select(one => one.Row)];
            Entry(group[0].Reference, values, book);
        }

        return book.Plan(ImportKind.Cases, recognised);
    }

    private static void Entry(string reference, List<RowValues> rows, PlanBook book)
    {
        var first = rows[0];
        var isMonitored = rows.Select(row => StatusOf(row, book)).ToList().Contains("monitoring");
        var openedOn = Opened(rows, book);
        var people = rows.SelectMany(row => CasePeople.Of(row, book)).Distinct().ToList();
        var topics = rows.SelectMany(row => Topics(row, book)).Distinct().ToList();
        var agencies = rows.Select(row =>
                row.Text(ImportField.Agency) is { Length: > 0 } typed
                    ? book.Agency(row, typed, true)
                    : null
            )
            .ToList();
        if (topics.Count == 0 && rows.TrueForAll(row => row.Faults.Count == 0))
        {
            topics.AddRange(NoTopic(first, book));
        }

        var places = rows.Select(row => row.Text(ImportField.Place))
            .Where(text => text.Length > 0)
            .Distinct()
            .ToList();
        if (people.Count == 0)
        {
            places.AddRange(rows.Select(Where).Where(text => text.Length > 0).Distinct());
        }

        var notes = rows.SelectMany(Notes).Distinct().ToList();
        people = KeptValues.Clear(rows, people, places, notes, book);
        var typedTitle = first.Text(ImportField.Title, 4000);
        if (KeptValues.Says(typedTitle) || KeptValues.Holds(typedTitle, people))
        {
            first.Faults.Add("The title holds what must not be disclosed. Take that out of it.");
        }

        if (typedTitle.Length == 0 && people.Count == 0 && notes.Count == 0 && places.Count == 0)
        {
            first.Faults.Add("The row says neither whom nor what the case is about.");
        }

        CaseTwins.Ask(first, reference, people, book);
        var suggested =
            typedTitle.Length == 0 ? CaseTitles.Suggested(rows, people, notes, book) : "";
        book.Settle(
            rows,
            () =>
            {
                var (title, because) = CaseTitles.Of(typedTitle, suggested, people, topics, notes);
                return new PlannedCase([.. rows.Select(row => (row.Table, row.Row))])
                {
                    OldReference = reference,
                    Title = title,
                    TitleBecause = because,
                    Kind =
                        people.Count > 0 ? CaseKind.Person
                        : places.Count > 0 ? CaseKind.Place
                        : CaseKind.Theme,
                    IsMonitored = isMonitored,
                    OpenedOn = openedOn,
                    Topics = topics,
                    People = people,
                    Places = places,
                    Agency = agencies.OfType<KnownAgency>().FirstOrDefault(),
                    Notes = notes,
                    Warnings = [.. rows.SelectMany(row => row.Warnings).Distinct()],
                };
            }
        );
    }

    private static string? StatusOf(RowValues row, PlanBook book)
    {
        var status = StatusWords.Read(row, book);
        if (status == StatusWords.Closed)
        {
            row.Faults.Add("It is closed. Only open cases are brought in.");
        }

        return status;
    }

    private static DateOnly Opened(List<RowValues> rows, PlanBook book)
    {
        var today = book.World.Today;
        DateOnly? earliest = null;
        foreach (var row in rows)
        {
            if (row.Date(ImportField.OpenedOn) is not { } date)
            {
                continue;
            }

            if (date > today)
            {
                row.Faults.Add("The day on which it was opened is in the future.");
            }
            else if (date.Year < 1990)
            {
                row.Faults.Add("The day on which it was opened is before 1990. Check the year.");
            }

            earliest = earliest is null || date < earliest ? date : earliest;
        }

        return earliest ?? today;
    }

    private static IEnumerable<KnownTopic> Topics(RowValues row, PlanBook book)
    {
        var known = book.World.Topics;
        foreach (var typed in TopicMatch.Parts(row.Text(ImportField.Topic, 300), known))
        {
            var match = TopicMatch.Find(typed, known);
            if (match.IsCertain)
            {
                yield return match.Topic!;
            }
            else if (
                row.Answered(
                    book.Questions.Ask(
                        "topic",
                        typed,
                        $"Which topic is “{typed}”?",
                        Choices(match.Near.Concat(known.Except(match.Near))),
                        (match.Topic ?? Other(known))?.Id.ToString() ?? QuestionBook.LeaveOut
                    ),
                    $"“{typed}” is no topic of the hub."
                )
                    is { } answer
                && known.FirstOrDefault(one => one.Id.ToString() == answer) is { } topic
            )
            {
                yield return topic;
            }
        }
    }

    private static IEnumerable<KnownTopic> NoTopic(RowValues row, PlanBook book)
    {
        var known = book.World.Topics;
        var answer = row.Answered(
            book.Questions.Ask(
                "topic",
                "(none)",
                "Which topic should the cases get for which the list gives none? It decides who may see them.",
                Choices(known),
                Other(known)?.Id.ToString() ?? QuestionBook.LeaveOut
            ),
            "The list gives no topic."
        );
        return known.Where(one => one.Id.ToString() == answer);
    }

    private static List<QuestionChoice> Choices(IEnumerable<KnownTopic> topics) =>
        [
            .. topics.Select(topic => new QuestionChoice(topic.Id.ToString(), topic.Label)),
            new(QuestionBook.LeaveOut, "Leave the rows out"),
        ];

    private static KnownTopic? Other(IReadOnlyList<KnownTopic> topics) =>
        topics.FirstOrDefault(one =>
            one.Label.StartsWith("Any other", StringComparison.OrdinalIgnoreCase)
        );

    private static string Where(RowValues row)
    {
        var contact = RowContact.Of(row);
        return string.Join(
            ", ",
            new[] { contact.Address, contact.Postcode, contact.HiddenAddress }.Where(text =>
                text.Length > 0
            )
        );
    }

    private static IEnumerable<string> Notes(RowValues row)
    {
        foreach (var (heading, text) in row.Texts(ImportField.Summary))
        {
            yield return $"{heading}: {text}";
        }

        // What stands where a name is expected and is none ("Youths at the park") is kept as it is written.
        if (
            row.Text(ImportField.FullName) is { Length: > 0 } typed
            && NameReading.People(typed).Count == 0
        )
        {
            yield return $"Name: {typed}";
        }

        if (row.Text(ImportField.Age) is { Length: > 0 } age && CasePeople.AgeOf(age) is null)
        {
            yield return $"Age: {age}";
        }
    }
}
