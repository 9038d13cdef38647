using System.Globalization;
using Moothall.Matching;

namespace Moothall.Features.CommunitySafetyHub.Cases;

/// <summary>Somebody who may be the person looked for.</summary>
/// <param name="PersonId">The row.</param>
/// <param name="Why">What speaks for and against it.</param>
/// <param name="WantedName">The given name by which the one looked for was found: their own or what they are known as.</param>
/// <param name="KnownByOther">Whether the row was found by what the person is known as.</param>
public sealed record KnownFind(Guid PersonId, Explanation Why, string WantedName, bool KnownByOther)
{
    /// <summary>How far a field agrees.</summary>
    public Agreement Of(FieldKind kind) =>
        Why.Fields.First(evidence => evidence.Field.Kind == kind).Agreement;
}

/// <summary>
/// Everybody with a name and a date of birth, held in memory to be found by likelihood. Whoever is also known by another name
/// stands in it twice. Not for two threads at once.
/// </summary>
public sealed class KnownIndex
{
    private const int Most = 20;
    private const int LongestText = 100;

    private static readonly Field[] Fields =
    [
        new("Forename", FieldKind.GivenName),
        new("Surname", FieldKind.FamilyName),
        new("Date of birth", FieldKind.Date),
        new("Address", FieldKind.Address),
        new("Postcode", FieldKind.Postcode),
    ];

    // What people write where there is no address; two who have none do not live together.
    private static readonly HashSet<string> NoAddress =
    [
        "nofixedaddress",
        "nofixedabode",
        "nfa",
        "homeless",
        "roughsleeping",
        "roughsleeper",
        "notknown",
        "unknown",
        "none",
    ];

    private readonly List<(Guid Id, bool ByOther)> rows = [];
    private readonly Dictionary<Guid, (int First, int Second)> numbers = [];
    private PersonIndex index = new(new(Fields));
    private int learntFrom;

    /// <summary>Makes an index of these people, and learns from them how much it says that names and dates agree.</summary>
    public static async Task<KnownIndex> LearnAsync(
        IAsyncEnumerable<ComparedPerson> people,
        CancellationToken cancel
    )
    {
        var (made, table) = (new KnownIndex(), new PersonTable(Fields));
        await foreach (var person in people.WithCancellation(cancel))
        {
            foreach (var (row, byOther) in RowsOf(person))
            {
                made.Remember(person.Id, byOther, table.Count);
                table.Add(row);
            }
        }

        made.index = new(table);
        made.learntFrom = table.Count;
        return made;
    }

    /// <summary>Whether there are by now twice as many people as those from whom was learnt: time to learn anew.</summary>
    public bool HasOutgrown => index.Count > 2 * Math.Max(learntFrom, Most);

    /// <summary>Adds a person, or takes what is said of them now in place of what was said before.</summary>
    public void Put(ComparedPerson person)
    {
        Remove(person.Id);
        foreach (var (row, byOther) in RowsOf(person))
        {
            Remember(person.Id, byOther, index.Add(row));
        }
    }

    /// <summary>Forgets a person.</summary>
    public void Remove(Guid personId)
    {
        if (numbers.Remove(personId, out var held))
        {
            index.Remove(held.First);
            if (held.Second >= 0)
            {
                index.Remove(held.Second);
            }
        }
    }

    /// <summary>Those who may be this person, the likeliest first; nobody where name and date of birth are not both given.</summary>
    public IReadOnlyList<KnownFind> Find(ComparedPerson wanted)
    {
        var found = (
            from one in RowsOf(wanted)
            from hit in index.Search(one.Row, Most)
            let row = rows[hit.Person]
            where row.Id != wanted.Id
            orderby hit.Bits descending
            select (row.Id, row.ByOther, one, hit)
        ).DistinctBy(hit => hit.Id);
        return
        [
            .. found.Select(hit => new KnownFind(
                hit.Id,
                index.Explain(hit.one.Row, hit.hit.Person),
                hit.one.ByOther ? wanted.KnownAs : wanted.GivenNames,
                hit.ByOther
            )),
        ];
    }

    private void Remember(Guid id, bool byOther, int number)
    {
        if (number == rows.Count)
        {
            rows.Add((id, byOther));
        }
        else
        {
            rows[number] = (id, byOther);
        }

        numbers[id] = numbers.TryGetValue(id, out var held) ? (held.First, number) : (number, -1);
    }

    private static IEnumerable<(string?[] Row, bool ByOther)> RowsOf(ComparedPerson person)
    {
        if (!KnownAlready.CanRun(person))
        {
            yield break;
        }

        var (given, other) = (Words(person.GivenNames), Words(person.KnownAs));
        if (given.Length > 0)
        {
            yield return (Row(given), false);
        }

        if (other.Length > 0 && other != given)
        {
            yield return (Row(other), true);
        }

        string?[] Row(string name) =>
            [
                name,
                Words(person.FamilyName),
                person.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                AddressOf(person),
                Cut(person.Postcode),
            ];
    }

    private static string Words(string name) => Cut(string.Join(' ', NormalisedName.Parts(name)));

    private static string AddressOf(ComparedPerson person)
    {
        // What a second referral said stands below (SamePeople).
        var address = person.Address.Split("\nIn REF-")[0];
        return NoAddress.Contains(NormalisedName.Of(address)) ? "" : Cut(address);
    }

    private static string Cut(string text) =>
        text.Length > LongestText ? text[..LongestText] : text;
}
