using Microsoft.EntityFrameworkCore.Metadata;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Tests.House.Markers;

/// <summary>A word, reference or identifier that stands in one planted field and nowhere else.</summary>
/// <param name="Text">What to look for.</param>
/// <param name="Secret">What it belongs to.</param>
/// <param name="Place">The field it stands in, such as <c>CaseNote.Text</c>.</param>
internal sealed record Mark(string Text, Secret Secret, string Place)
{
    /// <summary>Whether it is the identifier of a row, which the audit shows to its reader.</summary>
    public bool IsId => Place.EndsWith(".Id", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Place} of {Secret} ({Text})";
}

/// <summary>Makes marks, writes them into every text of a row, and finds them again.</summary>
internal sealed class Marks
{
    private const string Beginning = "Zqa";
    private const int WordLength = 11;

    // What members see of a case before they sign (settled 9), and what an agenda prints.
    private static readonly HashSet<string> NameLevel =
    [
        $"{nameof(HubCase)}.{nameof(HubCase.Title)}",
        $"{nameof(HubCase)}.Id",
        $"{nameof(CasePerson)}.{nameof(CasePerson.GivenNames)}",
        $"{nameof(CasePerson)}.{nameof(CasePerson.FamilyName)}",
        $"{nameof(CasePerson)}.{nameof(CasePerson.KnownAs)}",
        $"{nameof(CasePerson)}.{nameof(CasePerson.Address)}",
        $"{nameof(CasePerson)}.{nameof(CasePerson.Postcode)}",
        $"{nameof(CasePerson)}.Id",
        $"{nameof(AgendaItem)}.{nameof(AgendaItem.Title)}",
        $"{nameof(AgendaItem)}.{nameof(AgendaItem.Presenter)}",
        $"{nameof(AgendaItem)}.Id",
        $"{nameof(PublishedItem)}.{nameof(PublishedItem.Title)}",
        $"{nameof(PublishedItem)}.Id",
    ];

    // Texts that are no free text: computed, of a fixed shape, or keys.
    private static readonly HashSet<string> Kept =
    [
        "Reference",
        "Digits",
        "Gateway",
        "StoreName",
        "Sha256",
        "ContentType",
        "FileName",
    ];

    private readonly Dictionary<string, Mark> all = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every mark there is.</summary>
    public IReadOnlyCollection<Mark> All => all.Values;

    /// <summary>A new word that means nothing.</summary>
    public string Word(Secret secret, string place)
    {
        // A letter apart for each digit, so that no word is part of another and each can be a surname.
        var number = all.Count + 1;
        var letters = string.Concat(
            Enumerable.Range(0, 4).Select(i => "bdfgklmnprstvw"[number / (int)Math.Pow(14, i) % 14])
        );
        return Add(
            $"{Beginning}{letters[0]}e{letters[1]}i{letters[2]}o{letters[3]}u",
            secret,
            place
        );
    }

    /// <summary>A new reference.</summary>
    public string Reference(string prefix, Secret secret)
    {
        var left = all.Count;
        return Add(
            HumanReference.Compose(
                prefix,
                2026,
                size =>
                {
                    var digit = left % size;
                    left /= size;
                    return digit;
                }
            ),
            secret,
            prefix == "CSH" ? "HubCase.Reference" : "Referral.Reference"
        );
    }

    /// <summary>Writes a mark into every text of the rows that is empty or a question mark, and keeps their identifiers as marks.</summary>
    public Record[] Fill(IModel model, Secret name, Secret inside, params Record[] rows)
    {
        foreach (var row in rows)
        {
            var type = model.FindEntityType(row.GetType())!;
            Secret Of(string place) => NameLevel.Contains(place) ? name : inside;
            Fill(row, type, type.ClrType.Name, Of);
            foreach (var complex in type.GetComplexProperties())
            {
                var value = complex.PropertyInfo!.GetValue(row)!;
                Fill(value, complex.ComplexType, type.ClrType.Name, Of);
            }

            var id = $"{type.ClrType.Name}.Id";
            Add(row.Id.ToString(), Of(id), id);
        }

        return rows;
    }

    /// <summary>As above, where all of it is one secret.</summary>
    public Record[] Fill(IModel model, Secret secret, params Record[] rows) =>
        Fill(model, secret, secret, rows);

    /// <summary>The marks that stand in a text, in whatever case they are written.</summary>
    public List<Mark> In(string text)
    {
        var found = new List<Mark>();
        void Try(int from, int length)
        {
            if (
                from >= 0
                && from + length <= text.Length
                && all.TryGetValue(text.Substring(from, length), out var mark)
            )
            {
                found.Add(mark);
            }
        }

        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            Try(at, WordLength);
        }

        for (var at = text.IndexOf('-'); at >= 0; at = text.IndexOf('-', at + 1))
        {
            // CSH-2026-K7QM and 01234567-89ab-...: a second hyphen five on.
            if (at + 5 < text.Length && text[at + 5] == '-')
            {
                Try(at - 3, 13);
                Try(at - 8, 36);
            }
        }

        return found;
    }

    private static int Next(string text, int from) =>
        text.IndexOf(Beginning, from, StringComparison.OrdinalIgnoreCase);

    private void Fill(object value, ITypeBase type, string owner, Func<string, Secret> secretOf)
    {
        foreach (
            var property in type.GetProperties()
                .Where(property => property.ClrType == typeof(string))
                .Select(property => property.PropertyInfo)
                .Where(info =>
                    info is not null
                    && !Kept.Contains(info.Name)
                    && !info.Name.StartsWith("Search", StringComparison.Ordinal)
                )
        )
        {
            if (property!.GetValue(value) is null or "" or "?")
            {
                var place = $"{owner}.{property.Name}";
                // Through the setter: names fold themselves for the search.
                property.SetValue(value, Word(secretOf(place), place));
            }
        }
    }

    /// <summary>Keeps a text that stands somewhere already as a mark.</summary>
    public void Know(string text, Secret secret, string place) => Add(text, secret, place);

    private string Add(string text, Secret secret, string place)
    {
        all.Add(text, new(text, secret, place));
        return text;
    }
}
