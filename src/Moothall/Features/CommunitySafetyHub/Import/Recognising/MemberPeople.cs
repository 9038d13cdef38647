using System.ComponentModel.DataAnnotations;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Documents.Doubts;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Reads who represents a member: those here already, those an administrator can invite, and those who lack something for it.</summary>
internal static class MemberPeople
{
    private static readonly EmailAddressAttribute Address = new();

    public static IReadOnlyList<PlannedRepresentative> Of(List<RowValues> rows, PlanBook book) =>
        [
            .. rows.SelectMany(row => Of(row, book))
                .GroupBy(one => NormalisedName.Of(one.Name))
                .SelectMany(Merged),
        ];

    // Named in two rows, once with the address and once without, it is one person.
    private static IEnumerable<PlannedRepresentative> Merged(
        IEnumerable<PlannedRepresentative> same
    ) =>
        same.OrderBy(one => one.NotYet is not null)
            .Aggregate(
                new List<PlannedRepresentative>(),
                (found, one) =>
                {
                    if (
                        found.Count == 0
                        || (one.Email.Length > 0 && !found.Exists(other => Same(other, one)))
                    )
                    {
                        found.Add(one);
                    }

                    return found;
                }
            );

    private static bool Same(PlannedRepresentative one, PlannedRepresentative other) =>
        string.Equals(one.Email, other.Email, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<PlannedRepresentative> Of(RowValues row, PlanBook book)
    {
        var (family, given) = (row.Text(ImportField.FamilyName), row.Text(ImportField.GivenNames));
        var names =
            family.Length + given.Length > 0
                ? [new(NameReading.Untitled(given), family)]
                : Couples.Of(row, row.Text(ImportField.Representative, 400), book);
        var email = row.Text(ImportField.Email);
        if (email.Length > 0 && (!Address.IsValid(email) || email.Any(char.IsWhiteSpace)))
        {
            row.Faults.Add($"“{email}” is not one e-mail address.");
        }

        var (isDeputy, deputies) = Deputies(row.Text(ImportField.Deputy, 400));
        if (names.Count == 0 && email.Length > 0)
        {
            names = [new("", email)];
        }

        foreach (var name in names)
        {
            yield return names.Count == 1
                ? One(row, name, email, isDeputy, book)
                : One(row, name, "", isDeputy, book);
        }

        foreach (var name in deputies)
        {
            yield return One(row, name, "", true, book) with
            {
                Post = "",
                Telephone = "",
            };
        }
    }

    /// <summary>Whether the row is about a deputy, or else who the deputies of the person are.</summary>
    private static (bool IsDeputy, IReadOnlyList<ReadName> Names) Deputies(string typed) =>
        typed.ToLowerInvariant() switch
        {
            "y" or "yes" or "deputy" or "true" or "substitute" or "x" or "reserve" => (true, []),
            "n" or "no" or "false" or "lead" or "core" or "main" or "representative" or "full" => (
                false,
                []
            ),
            _ => (false, NameReading.People(typed)),
        };

    private static PlannedRepresentative One(
        RowValues row,
        ReadName name,
        string email,
        bool isDeputy,
        PlanBook book
    )
    {
        var account = Account(row, name, email, book);
        return new(
            name.Full,
            row.Text(ImportField.Post),
            email,
            RowContact.Of(row).Telephone,
            isDeputy,
            account,
            account is null ? NotYet(row, name, email, book) : null
        );
    }

    private static string? NotYet(RowValues row, ReadName name, string email, PlanBook book)
    {
        var lower = email.ToLowerInvariant();
        return email.Length == 0
                ? $"{name.Full} has no e-mail address of their own in the list ({row.Row.Place}), so nobody can invite them."
            : name.Full == email ? $"{email} has no name in the list ({row.Row.Place})."
            : book.World.FormerEmails.Contains(lower)
                ? $"{name.Full} was here and left ({row.Row.Place}): an administrator lets them begin anew."
            : book.Emails.TryAdd(lower, name.Full) || book.Emails[lower] == name.Full ? null
            : $"{name.Full} has the same e-mail address as {book.Emails[lower]} ({row.Row.Place}). Everyone needs their own.";
    }

    private static KnownPerson? Account(RowValues row, ReadName name, string email, PlanBook book)
    {
        if (
            email.Length > 0
            && book.World.People.FirstOrDefault(one =>
                string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase)
            )
                is { } known
        )
        {
            return known;
        }

        var plain = NormalisedName.Of(name.Full);
        var same = book.World.People.Where(one => NameReading.Plain(one.Name) == plain).ToList();
        if (same.Count != 1)
        {
            return null;
        }

        var answer = row.Answered(
            book.Questions.Ask(
                "person",
                name.Full,
                $"Somebody called {same[0].Name} is here already. Is {name.Full} in the list the same person?",
                [
                    new(same[0].UserId.ToString(), $"Yes, {same[0].Email}"),
                    new(QuestionBook.Without, "No, somebody else"),
                ],
                same[0].UserId.ToString()
            ),
            ""
        );
        return answer == same[0].UserId.ToString() ? same[0] : null;
    }
}
