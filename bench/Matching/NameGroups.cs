using System.Globalization;
using Moothall.Matching;

namespace Moothall.Bench.Matching;

/// <summary>
/// The same people, homes and referrals under the common surnames of one group after another: whether a surname that many
/// share makes strangers be taken for each other. The surnames of one home in ten are changed, as a group lives among others.
/// </summary>
internal static class NameGroups
{
    private const int People = 200_000;
    private const int Every = 10;
    private const int Referrals = 4000;

    private static readonly Group[] Groups =
    [
        new("as they were", null, null),
        new("British, common", "GB", "GB"),
        new("Indian", "IN", "IN"),
        new("Sikh", null, "IN", "Singh Kaur Gill Sandhu Dhillon Sidhu Grewal Johal"),
        new(
            "Pakistani",
            null,
            "PK",
            "Khan Hussain Ahmed Ali Begum Akhtar Mahmood Bibi Iqbal Malik Mohammed Shah"
        ),
        new("Bangladeshi", "BD", "PK"),
        new(
            "Nigerian, Ghanaian",
            null,
            null,
            "Mensah Owusu Okafor Adeyemi Boateng Osei Okonkwo Asante Eze Appiah Balogun Adebayo"
        ),
        new("Somali", null, null, "Ali Mohamed Ahmed Hassan Abdi Omar Yusuf Ibrahim Hussein Farah"),
        new("Chinese", "CN", "CN"),
        new("Vietnamese", "VN", null),
        new("Polish", "PL", "PL"),
        new("Romanian", "RO", "RO"),
    ];

    /// <summary>A group by its names.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Surnames">The country whose common surnames are taken from the public list.</param>
    /// <param name="Forenames">The country whose forenames it has, where the public list has any.</param>
    /// <param name="Written">The surnames, where the public list has none.</param>
    private sealed record Group(
        string Name,
        string? Surnames,
        string? Forenames,
        string Written = ""
    );

    public static async Task RunAsync(TextWriter output)
    {
        var folder = PublicData.Folder("linkage");
        var names = new CommonNames(folder);
        // The last fifth are not on the list: whoever is found for them is somebody else.
        var everybody = new Population(names, People * 5 / 4, 3);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nThe same {People:n0} people and referrals, one home in ten under the surnames of a group, of {Referrals:n0} referrals of people of those homes: the right one first; the right one thought less likely than not (overlooked); another thought likelier than not; and the same of {Referrals:n0} referrals of people who are not on the list (stranger taken)"
            )
        );
        await output.WriteLineAsync(
            Line(
                "surnames",
                "the commonest",
                "right first",
                "overlooked",
                "another taken",
                "stranger taken"
            )
        );
        foreach (var group in Groups)
        {
            var surnames = group.Surnames is { } country
                ? names.Surnames(country)
                : group.Written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            await output.WriteLineAsync(Row(group.Name, everybody.Under(surnames, [], IsChosen)));
            if (group.Forenames is { } theirs)
                await output.WriteLineAsync(
                    Row(
                        "  and forenames",
                        everybody.Under(surnames, names.Forenames(theirs), IsChosen)
                    )
                );
        }

        string Row(string name, Population people)
        {
            var index = new PersonIndex(new(Population.Fields, [.. people.Rows.Take(People)]));
            var known = Asked(person => person < People);
            // A home that the end of the list cuts in two has people on either side.
            var strangers = Asked(person => people.Homes[person] > people.Homes[People]);
            var answers = known
                .Select(referral => (referral.Person, Best: Best(index, referral)))
                .ToList();
            var group = people.Rows.Where((_, person) => IsOf(person)).ToList();
            string[] cells =
            [
                Percent(group.CountBy(row => row[1]!).Max(surname => surname.Value), group.Count),
                Percent(answers.Count(answer => answer.Best?.Person == answer.Person), Referrals),
                Percent(answers.Count(answer => answer.Best is not { Bits: > 0 }), Referrals),
                Percent(
                    answers.Count(answer =>
                        answer.Best is { Bits: > 0 } best && best.Person != answer.Person
                    ),
                    Referrals
                ),
                Percent(
                    strangers.Count(referral => Best(index, referral) is { Bits: > 0 }),
                    Referrals
                ),
            ];
            return Line(name, cells);

            IReadOnlyList<Referral> Asked(Func<int, bool> of) =>
                SearchBenchmark.Referrals(
                    people,
                    folder,
                    Referrals,
                    person => IsOf(person) && of(person)
                );
        }

        static bool IsChosen(int home) => home % Every == 0;

        bool IsOf(int person) => IsChosen(everybody.Homes[person]);
    }

    private static Found? Best(PersonIndex index, Referral referral) =>
        index.Search(referral.Wanted, most: 1) is [var best] ? best : null;

    private static string Line(string name, params string[] cells) =>
        "  " + name.PadRight(20) + string.Concat(cells.Select(cell => cell.PadLeft(16)));

    private static string Percent(double count, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * count / of:0.00} %");
}
