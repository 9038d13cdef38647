using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Documents;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>Every string that breaks software goes through the form and comes back unharmed, or is refused beside its field.</summary>
public sealed class NaughtyReferralTests
{
    private const int RowsInOne = 30;

    [Theory, BothDatabases]
    public async Task Every_naughty_string_is_kept_as_typed_or_refused_in_words(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        // Half a character cannot be written in UTF-8, so no browser sends it.
        var all = NaughtyStrings.All.Where(text =>
            text.IsNormalisable() && !text.Contains('\0') && Tidy(text).Length > 0
        );
        foreach (var group in all.Chunk(RowsInOne))
        {
            var refused = group.Count(text => Tidy(text).Any(IsUnseen));
            if (refused > 0)
            {
                var page = await Fill.SendAsync(petra, Fields(group));
                Assert.Equal(refused, page.Errors.Count);
                Assert.All(
                    page.Errors,
                    error => Assert.Contains("cannot be seen", error, StringComparison.Ordinal)
                );
            }

            var kept = group.Where(text => !Tidy(text).Any(IsUnseen)).ToArray();
            var sent = await Fill.SendAsync(petra, Fields(kept));
            Assert.Empty(sent.Errors);
            var reference = sent.Path.Split('/')[^1];
            var stored = await moot.WithAsync(db =>
                db.Set<CasePerson>()
                    .Where(person =>
                        db.Set<Moothall.Features.CommunitySafetyHub.Referrals.Referral>()
                            .Any(r => r.Id == person.ReferralId && r.Reference == reference)
                    )
                    .OrderBy(person => person.Order)
                    .Select(person => person.Address)
                    .ToListAsync()
            );
            Assert.Equal(kept.Select(Tidy), stored);
            Assert.Empty(sent.Document.QuerySelectorAll("main script, main img, main iframe"));
        }
    }

    [Theory, BothDatabases]
    public async Task A_null_character_is_refused_at_the_edge(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var petra = await moot.AsAsync(People.Police);
        var page = await Fill.SendAsync(petra, Fields(["before\0after"]));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<CasePerson>().CountAsync()));
    }

    private static (string, string?)[] Fields(IReadOnlyList<string> texts) =>
        Fill.Place([
            .. texts
                .Index()
                .SelectMany(row =>
                    new (string, string?)[]
                    {
                        (Name(row.Index, "FamilyName"), Name(row.Index, "")),
                        (Name(row.Index, "Role"), "Witness"),
                        (Name(row.Index, "Address"), row.Item),
                    }
                ),
        ]);

    private static string Name(int row, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"Input.People[{row}].{field}");

    // A form counts every line break as one character, and space at the ends of a box means nothing.
    private static string Tidy(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    private static bool IsUnseen(char character) =>
        char.IsControl(character) && character is not ('\n' or '\r' or '\t');
}

internal static class Halves
{
    /// <summary>Whether every surrogate has its other half.</summary>
    public static bool IsNormalisable(this string text) =>
        text.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
}
