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

    private static readonly (string Name, string? Country, string[] Surnames)[] Groups =
    [
        ("as they were", null, []),
        ("British, common", "GB", []),
        ("Indian", "IN", []),
        ("Sikh", null, ["Singh", "Kaur", "Gill", "Sandhu", "Dhillon", "Sidhu", "Grewal", "Johal"]),
        (
            "Pakistani",
            null,
            [
                "Khan",
                "Hussain",
                "Ahmed",
                "Ali",
                "Begum",
                "Akhtar",
                "Mahmood",
                "Bibi",
                "Iqbal",
                "Malik",
                "Mohammed",
                "Shah",
            ]
        ),
        ("Bangladeshi", "BD", []),
        (
            "Nigerian, Ghanaian",
            null,
            [
                "Mensah",
                "Owusu",
                "Okafor",
                "Adeyemi",
                "Boateng",
                "Osei",
                "Okonkwo",
                "Asante",
                "Eze",
                "Appiah",
                "Balogun",
                "Adebayo",
            ]
        ),
        (
            "Somali",
            null,
            [
                "Ali",
                "Mohamed",
                "Ahmed",
                "Hassan",
                "Abdi",
                "Omar",
                "Yusuf",
                "Ibrahim",
                "Hussein",
                "Farah",
            ]
        ),
        ("Chinese", "CN", []),
        ("Vietnamese", "VN", []),
        ("Polish", "PL", []),
        ("Romanian", "RO", []),
    ];

    public static async Task RunAsync(TextWriter output)
    {
        var folder = PublicData.Folder("linkage");
        var names = new CommonNames(folder);
        // The last fifth are not on the list: whoever is found for them is somebody else.
        var everybody = new Population(names, People * 5 / 4, 3);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nThe same {People:n0} people and referrals, one home in ten under the surnames of a group; taken for somebody: likelier than not"
            )
        );
        await output.WriteLineAsync(
            $"  {"surnames", -20} {"the commonest", 14} {"right first", 12} {"overlooked", 12} {"taken for another", 18} {"a stranger taken for somebody", 30}"
        );
        foreach (var group in Groups)
        {
            var surnames = group.Country is { } country ? names.Surnames(country) : group.Surnames;
            var people = everybody.WithSurnames(surnames, home => home % Every == 0);
            var index = new PersonIndex(new(Population.Fields, [.. people.Rows.Take(People)]));
            var known = SearchBenchmark.Referrals(
                people,
                folder,
                Referrals,
                person => IsOf(person) && person < People
            );
            var strangers = SearchBenchmark.Referrals(
                people,
                folder,
                Referrals,
                person => IsOf(person) && person > People + 5
            );
            var commonest = people
                .Rows.Where((_, person) => IsOf(person))
                .CountBy(row => row[1]!)
                .Max(name => name.Value);
            var answers = known
                .Select(referral => (referral.Person, Best: Best(index, referral)))
                .ToList();
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {group.Name, -20} {Percent(commonest, people.Rows.Where((_, person) => IsOf(person)).Count()), 14} {Percent(answers.Count(answer => answer.Best?.Person == answer.Person), Referrals), 12} {Percent(answers.Count(answer => answer.Best is not { Bits: > 0 }), Referrals), 12} {Percent(answers.Count(answer => answer.Best is { Bits: > 0 } best && best.Person != answer.Person), Referrals), 18} {Percent(strangers.Count(referral => Best(index, referral) is { Bits: > 0 }), Referrals), 30}"
                )
            );
        }

        bool IsOf(int person) => everybody.Homes[person] % Every == 0;
    }

    private static Found? Best(PersonIndex index, Referral referral) =>
        index.Search(referral.Wanted, most: 1) is [var best] ? best : null;

    private static string Percent(double count, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * count / of:0.00} %");
}
