using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform.Documents.Doubts;
using Moothall.Platform.Spelling;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Import.Recognising;

/// <summary>Reads the people of a row: one or more names, with what the row says of them.</summary>
internal static class CasePeople
{
    private static readonly (PersonRole Role, string Words)[] Roles =
    [
        (PersonRole.Victim, "victim|vic|person harmed|survivor|ip|injured party|v"),
        (PersonRole.Complainant, "complainant|caller|reporter|informant|c"),
        (
            PersonRole.AllegedPerpetrator,
            "perpetrator|perp|alleged perpetrator|suspect|offender|subject|person who harms|person causing harm|nominal|p"
        ),
        (PersonRole.Witness, "witness|w"),
        (PersonRole.Child, "child|minor|young person|yp"),
        (
            PersonRole.HouseholdMember,
            "household member|family|family member|partner|spouse|parent|sibling|mother|father"
        ),
        (PersonRole.Other, "other|unknown|person|both|victim and perpetrator|adult"),
    ];

    private static readonly Dictionary<string, PersonRole> ByWord = Roles
        .SelectMany(one =>
            one.Words.Split('|').Select(word => (Word: FoldedText.Letters(word), one.Role))
        )
        .ToDictionary(one => one.Word, one => one.Role);

    public static IEnumerable<PlannedPerson> Of(RowValues row, PlanBook book)
    {
        var names = Names(row, book);
        var born = row.Date(ImportField.DateOfBirth, isBirth: true);
        if (
            born is { } date
            && PersonRules.DateOfBirthProblem(date, book.World.Today) is { } problem
        )
        {
            row.Faults.Add(problem);
        }

        if (names.Count == 0)
        {
            yield break;
        }

        if (names.Count > 1 && (born is not null || row.Text(ImportField.Age).Length > 0))
        {
            row.Faults.Add(
                "Two people and one date of birth or age: put each person in a row of their own, with the same reference."
            );
        }

        foreach (
            var long_ in names.Where(name =>
                name.GivenNames.Length > 100 || name.FamilyName.Length > 100
            )
        )
        {
            row.Faults.Add($"The name “{long_.Full[..40]}…” is longer than a name can be.");
        }

        var age = AgeOf(row.Text(ImportField.Age));
        if (born is null && age is null)
        {
            _ = row.Answered(
                book.Questions.Ask(
                    "birth",
                    "(none)",
                    "Some people have no date of birth in the list. What should be done with them?",
                    [
                        new(
                            QuestionBook.Without,
                            "Bring them in. The page says: not known, because it was not in the imported list"
                        ),
                        new(QuestionBook.LeaveOut, "Leave the rows out"),
                    ],
                    QuestionBook.Without,
                    certain: true
                ),
                "The list gives no date of birth."
            );
        }

        var role = RoleOf(row, book);
        var contact = RowContact.Of(row);
        if (contact.Address.Length > 400 || contact.HiddenAddress.Length > 400)
        {
            row.Faults.Add("The address is longer than 400 characters.");
        }

        foreach (var name in names)
        {
            yield return KeptValues.Of(
                row,
                contact,
                new(
                    name,
                    born,
                    born is null ? age : null,
                    role,
                    contact.Address,
                    PersonRules.Postcode(contact.Postcode) ?? contact.Postcode,
                    contact.Telephone
                ),
                book
            );
        }
    }

    /// <summary>An age in years; nothing where the text is none ("30s" is kept as a note).</summary>
    public static int? AgeOf(string text) =>
        int.TryParse(
            text.Trim().TrimStart('c', 'C', '~', '.', ' '),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var age
        ) && age is >= 0 and <= PersonRules.OldestAge
            ? age
            : null;

    private static IReadOnlyList<ReadName> Names(RowValues row, PlanBook book)
    {
        var (family, given) = (row.Text(ImportField.FamilyName), row.Text(ImportField.GivenNames));
        return family.Length + given.Length > 0
            ? [new(NameReading.Calm(NameReading.Untitled(given)), NameReading.Calm(family))]
            : Couples.Of(row, row.Text(ImportField.FullName, 400), book);
    }

    private static PersonRole RoleOf(RowValues row, PlanBook book)
    {
        var typed = row.Text(ImportField.PersonRole);
        if (ByWord.TryGetValue(FoldedText.Letters(typed), out var role))
        {
            return role;
        }

        List<QuestionChoice> choices =
        [
            .. Enum.GetValues<PersonRole>()
                .Select(one => new QuestionChoice(one.ToString(), DisplayNames.Of(one))),
        ];
        var answer = row.Answered(
            typed.Length == 0
                ? book.Questions.Ask(
                    "role",
                    "(none)",
                    "The list does not say what part some people play. What should be written?",
                    choices,
                    nameof(PersonRole.Other),
                    certain: true
                )
                : book.Questions.Ask(
                    "role",
                    typed,
                    $"What part in the matter is “{typed}”?",
                    choices,
                    nameof(PersonRole.Other)
                ),
            ""
        );
        return answer is null ? PersonRole.Other : Enum.Parse<PersonRole>(answer);
    }
}
