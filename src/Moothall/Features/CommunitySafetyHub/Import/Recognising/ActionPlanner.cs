using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Reads a list of actions, a spreadsheet's or a Word table's "No | Action | Who | By when | Update".</summary>
internal static class ActionPlanner
{
    private const int LongestAction = 1000;
    private const int LongestUpdate = 4000;

    private static readonly string[] NoDay =
    [
        "asap",
        "ongoing",
        "on going",
        "immediate",
        "immediately",
        "next meeting",
        "next hub",
        "next week",
        "next csh",
        "urgent",
        "urgently",
        "continuous",
    ];

    public static ImportPlan Plan(ImportKind kind, Recognition recognised, PlanBook book)
    {
        foreach (var row in book.RowsOf(recognised))
        {
            Entry(row, book);
        }

        return book.Plan(kind, recognised);
    }

    private static void Entry(RowValues row, PlanBook book)
    {
        var world = book.World;
        var text = row.Text(ImportField.ActionText, LongestAction);
        if (text.Length == 0)
        {
            row.Faults.Add("The row says no action.");
        }

        var said = row.Texts(ImportField.ActionText).Concat(row.Texts(ImportField.Update)).ToList();
        if (said.Exists(one => KeptValues.Says(one.Text)))
        {
            row.Warnings.Add(
                "It says that something must not be disclosed. See that it holds no address and no number before you bring it in."
            );
        }

        if (said.Exists(one => KeptValues.Gives(one.Text)))
        {
            row.Faults.Add(
                "It holds an address or a number that must not be disclosed. Take that out of the row, and write it on the page of the person in the case as kept."
            );
        }

        if (
            StatusWords.Read(row, book) == StatusWords.Closed
            || row.Texts(ImportField.Update).Any(one => StatusWords.SayClosed(one.Text))
        )
        {
            row.Faults.Add("It is off the list already. Only open actions are brought in.");
        }

        var named = row.Text(ImportField.Person);
        var person = PersonOf(named, world) ?? PersonOf(row.Text(ImportField.Owner), world);
        var owner = OwnerOf(row, person, book);
        var (due, isNextHub) = DueOf(row, book);
        var agreed = row.Date(ImportField.AgreedOn);
        if (agreed > world.Today)
        {
            row.Faults.Add("The day on which it was agreed is in the future.");
        }
        else if (due < agreed)
        {
            row.Faults.Add("It is due before it was agreed.");
        }

        var hubCase = CaseOf(row, book);
        // What is no account here is kept in words, so that nobody is lost.
        var update = string.Join(
            '\n',
            row.Texts(ImportField.Update)
                .Select(one => one.Text)
                .Concat(named.Length > 0 && person is null ? [$"Person in the list: {named}"] : [])
        );
        if (update.Length > LongestUpdate)
        {
            row.Faults.Add($"The update is longer than {LongestUpdate} characters.");
        }

        if (
            owner is not null
            && row.Faults.Count == 0
            && world.OpenActions.Contains(KnownWorld.ActionKey(owner.MembershipId, text))
        )
        {
            _ = row.Answered(
                book.Questions.Ask(
                    "here",
                    text,
                    $"“{(text.Length > 80 ? text[..80] + "…" : text)}” is on the list of {owner.Name} already. What should be done with it?",
                    [
                        new(QuestionBook.LeaveOut, "Leave it out: it is the same action"),
                        new(QuestionBook.AsNew, "Bring it in as another action"),
                    ],
                    QuestionBook.LeaveOut,
                    certain: true
                ),
                "It is on the list already."
            );
        }

        book.Settle(
            [row],
            () =>
                owner is null
                    ? null
                    : new PlannedAction([(row.Table, row.Row)])
                    {
                        Text = text,
                        Owner = owner,
                        Person = owner.People.FirstOrDefault(one => one.UserId == person?.UserId),
                        Due = due!.Value,
                        DueIsNextHub = isNextHub,
                        AgreedOn = agreed,
                        Case = hubCase,
                        Update = update,
                        Warnings = row.Warnings,
                    }
        );
    }

    private static KnownAgency? OwnerOf(RowValues row, KnownPerson? person, PlanBook book)
    {
        var typed = row.Text(ImportField.Owner);
        var theirs = person is null
            ? []
            : book
                .World.Agencies.Where(one => one.People.Any(other => other.UserId == person.UserId))
                .ToList();
        if (theirs.Count == 1 && (typed.Length == 0 || PersonOf(typed, book.World) is not null))
        {
            return theirs[0];
        }

        if (typed.Length == 0)
        {
            typed = row.Text(ImportField.Person);
        }

        if (typed.Length == 0)
        {
            row.Faults.Add("The row names no owner.");
            return null;
        }

        return book.Agency(row, typed, mayBeWithout: false);
    }

    private static KnownPerson? PersonOf(string typed, KnownWorld world)
    {
        var folded = NameReading.Plain(typed);
        var same =
            folded.Length < 3
                ? []
                : world
                    .Agencies.SelectMany(one => one.People)
                    .Where(one => NameReading.Plain(one.Name) == folded)
                    .DistinctBy(one => one.UserId)
                    .ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private static (DateOnly? Due, bool IsNextHub) DueOf(RowValues row, PlanBook book)
    {
        var typed = row.Text(ImportField.Due);
        if (typed.Length > 0 && !NoDay.Contains(typed.ToLowerInvariant().TrimEnd('.', '!')))
        {
            return (row.Date(ImportField.Due), false);
        }

        if (book.World.NextHub is not { } next)
        {
            row.Faults.Add(
                "The list gives no date, and no further hub is planned by which it could be due."
            );
            return (null, false);
        }

        var answer = row.Answered(
            book.Questions.Ask(
                "due",
                "(none)",
                $"Some actions have no date. When are they due?",
                [
                    new("next-hub", $"By the next hub, {Moothall.Platform.Time.UkTime.Day(next)}"),
                    new(QuestionBook.LeaveOut, "Leave the rows out"),
                ],
                "next-hub",
                certain: true
            ),
            "The list gives no date."
        );
        return (answer is null ? null : next, true);
    }

    private static KnownCase? CaseOf(RowValues row, PlanBook book)
    {
        var typed = row.Text(ImportField.CaseReference);
        var (folded, normal) = (NormalisedName.Of(typed), HumanReference.Normalise(typed));
        var found =
            typed.Length == 0
                ? null
                : book.World.Cases.FirstOrDefault(one =>
                    one.Reference == normal
                    || (folded.Length > 0 && NormalisedName.Of(one.OldReference) == folded)
                );
        if (found is not null)
        {
            book.Shown.Add(found.Id);
            return found;
        }

        // An action without a case is seen by every member, so nobody gets one by accident.
        QuestionChoice[] choices =
        [
            new(QuestionBook.LeaveOut, "Leave the rows out"),
            new(
                QuestionBook.Without,
                "Bring them in without a case. Every member of the hub can see them"
            ),
        ];
        _ =
            typed.Length == 0
                ? row.Answered(
                    book.Questions.Ask(
                        "case",
                        "(none)",
                        "Some actions name no case. Every member of the hub sees an action without a case, and its words may name people. What should be done with them?",
                        choices,
                        QuestionBook.LeaveOut
                    ),
                    "The list names no case."
                )
                : row.Answered(
                    book.Questions.Ask(
                        "case",
                        typed,
                        $"No case “{typed}” is here. What should be done with its actions?",
                        choices,
                        QuestionBook.LeaveOut
                    ),
                    $"No case “{typed}” is here."
                );
        return null;
    }
}
