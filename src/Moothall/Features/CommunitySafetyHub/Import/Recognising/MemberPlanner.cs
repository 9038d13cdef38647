using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Reads a list of members and who represents them. Rows with the same agency are one member with several people.</summary>
internal static class MemberPlanner
{
    private const int LongestNote = 500;

    // Below this a word of the name is missing: another service of the same council, most likely.
    private const double NearlyAll = 0.85;
    private static readonly string[] Dashes = [" – ", " - ", " — "];

    public static ImportPlan Plan(Recognition recognised, PlanBook book)
    {
        var groups = book.RowsOf(recognised)
            .Select((row, at) => (Row: row, Name: row.Text(ImportField.Agency), At: at))
            .GroupBy(one =>
                NormalisedName.Of(one.Name) is { Length: > 0 } key ? key : $"row {one.At}"
            );
        foreach (var group in groups)
        {
            Entry(group.First().Name, [.. group.Select(one => one.Row)], book);
        }

        return book.Plan(ImportKind.Members, recognised);
    }

    private static void Entry(string name, List<RowValues> rows, PlanBook book)
    {
        var first = rows[0];
        if (name.Length == 0)
        {
            first.Faults.Add("The row names no agency.");
        }

        var existing = Existing(first, name, book);
        var people = MemberPeople.Of(rows, book);
        var fresh = people
            .Where(one =>
                existing is null
                || !existing.People.Any(other => other.UserId == one.Account?.UserId)
            )
            .ToList();
        if (existing is not null && fresh.TrueForAll(one => one.NotYet is not null))
        {
            rows.ForEach(row =>
                row.Faults.Add(
                    fresh.Count == 0
                        ? $"{existing.Name} is a member already, and there is nothing to add."
                        : $"{existing.Name} is a member already. {string.Join(" ", fresh.Select(one => one.NotYet))}"
                )
            );
        }

        var note = existing is null ? Note(rows, fresh) : "";
        if (note.Length > LongestNote)
        {
            first.Faults.Add(
                $"What the list says besides is longer than the {LongestNote} characters a note can have."
            );
        }

        var at = Dashes
            .Select(dash => name.IndexOf(dash, StringComparison.Ordinal))
            .Where(found => found > 0)
            .DefaultIfEmpty(-1)
            .Min();
        var organisation =
            first.Text(ImportField.Organisation) is { Length: > 0 } given ? given
            : at > 0 ? name[..at]
            : name;
        book.Settle(
            rows,
            () =>
                new PlannedMember([.. rows.Select(row => (row.Table, row.Row))])
                {
                    Name = name,
                    Existing = existing,
                    OrganisationName = organisation,
                    OrganisationId = book
                        .World.Organisations.Where(one =>
                            NormalisedName.Of(one.Name) == NormalisedName.Of(organisation)
                        )
                        .Select(one => (Guid?)one.Id)
                        .FirstOrDefault(),
                    IsService = NormalisedName.Of(organisation) != NormalisedName.Of(name),
                    People = fresh,
                    Note = note,
                    Warnings =
                    [
                        .. rows.Where(row => RowContact.Of(row).HiddenTelephone.Length > 0)
                            .Select(row =>
                                $"{row.Row.Place} says that a telephone number must not be disclosed. It is not written: everyone who may see members would see it."
                            ),
                        .. rows.Where(row =>
                                existing is null
                                && row.Texts(ImportField.Note).Any(one => KeptValues.Says(one.Text))
                            )
                            .Select(row =>
                                $"A note of {row.Row.Place} will not be written, because it says that something must not be disclosed."
                            ),
                        .. fresh.Select(one => one.NotYet).OfType<string>(),
                        .. fresh
                            .Where(one => one.Account is not null && one.Telephone.Length > 0)
                            .Select(one =>
                                $"{one.Name} is here already, so the telephone number of the list is not written."
                            ),
                    ],
                }
        );
    }

    private static KnownAgency? Existing(RowValues row, string name, PlanBook book)
    {
        var match = AgencyMatch.Find(name, book.World.Agencies);
        if (match.IsCertain || match.Near.Count == 0)
        {
            return match.Best;
        }

        var answer = row.Answered(
            book.Questions.Ask(
                "member",
                name,
                $"Is “{name}” a member already?",
                [
                    .. match.Near.Select(one => new QuestionChoice(
                        one.MembershipId.ToString(),
                        $"It is {one.Name}"
                    )),
                    new(QuestionBook.AsNew, "No, it is a new member"),
                    new(QuestionBook.LeaveOut, "Leave the rows out"),
                ],
                match.Score > NearlyAll ? match.Near[0].MembershipId.ToString() : QuestionBook.AsNew
            ),
            $"“{name}” was left out."
        );
        return match.Near.FirstOrDefault(one => one.MembershipId.ToString() == answer);
    }

    // The list opens nothing: what it says of the protocol is a remark until its evidence is recorded (S1-4.2).
    private static string Note(List<RowValues> rows, List<PlannedRepresentative> people)
    {
        var said = rows.SelectMany(row => row.Texts(ImportField.Note))
            .Select(one => one.Text)
            .Where(text => !KeptValues.Says(text))
            .Concat(
                rows.SelectMany(row => row.Texts(ImportField.Protocol))
                    .Select(one => $"The list says under “{one.Heading}”: {one.Text}.")
            )
            .Concat(
                people
                    .Where(one => one.NotYet is not null)
                    .Select(one =>
                        $"Represented in the list by {string.Join(", ", new[] { one.Name, one.IsDeputy ? "deputy" : "", one.Post, one.Email, one.Telephone }.Where(said => said.Length > 0))}."
                    )
            );
        return string.Join(' ', said.Distinct());
    }
}
