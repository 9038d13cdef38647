using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Members;

/// <summary>Who acts for a member, and until when.</summary>
public sealed class RepresentativePagesTests
{
    [Theory, BothDatabases]
    [Rule("S1-5.1")]
    public async Task A_deputy_acts_from_a_day_until_a_day(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(
            $"/Partnership/Members/AddRepresentative/{World.HousingMember}"
        );
        var bad = await carys.PostAsync(
            page,
            page.Form("Add"),
            null,
            [
                ("Input.UserId", Guid.CreateVersion7().ToString()),
                .. Date("Input.From", 2026, 11, 24),
                .. Date("Input.Until", 2026, 11, 20),
            ]
        );
        Assert.Equal(
            ["Choose a person from the list.", "The last day is before the first day."],
            bad.Errors
        );
        (string, string?)[] good =
        [
            ("Input.UserId", People.Analyst.Id.ToString()),
            ("Input.IsDeputy", "true"),
            .. Date("Input.From", 2026, 11, 23),
            .. Date("Input.Until", 2026, 11, 30),
        ];
        var detail = await carys.PostAsync(page, page.Form("Add"), null, good);
        Assert.Contains("Anton Weir", detail.Words, StringComparison.Ordinal);
        Assert.Contains("Deputy", detail.Words, StringComparison.Ordinal);
        var again = await carys.GetAsync(
            $"/Partnership/Members/AddRepresentative/{World.HousingMember}"
        );
        var twice = await carys.PostAsync(again, again.Form("Add"), null, good);
        Assert.Equal(["This person acts for the member already in that time."], twice.Errors);
        var id = await moot.WithAsync(db =>
            db.Set<Representative>()
                .Where(one => one.UserId == People.Analyst.Id)
                .Select(one => one.Id)
                .SingleAsync()
        );
        var end = await carys.GetAsync($"/Partnership/Members/EndRepresentation/{id}");
        var early = await carys.PostAsync(
            end,
            end.Form("Save"),
            null,
            Date("Input.Until", 2026, 11, 1)
        );
        Assert.Single(early.Errors);
        await carys.PostAsync(end, end.Form("Save"), null, Date("Input.Until", 2026, 11, 23));
        moot.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await moot.AsAsync(People.Coordinator);
        Assert.DoesNotContain(
            "Anton Weir",
            (await later.GetAsync("/Partnership/Members")).Words,
            StringComparison.Ordinal
        );
    }

    private static (string Name, string? Value)[] Date(
        string field,
        int? year,
        int? month,
        int? day
    ) => [($"{field}.Day", $"{day}"), ($"{field}.Month", $"{month}"), ($"{field}.Year", $"{year}")];
}
