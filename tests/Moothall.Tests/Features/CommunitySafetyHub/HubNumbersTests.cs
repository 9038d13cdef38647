using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.Reports;
using Moothall.Tests.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Features.Reports;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub;

/// <summary>Numbers of the hub leave it only where nobody is found by them.</summary>
public sealed class HubNumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "Fewer than 5")]
    [InlineData(4, "Fewer than 5")]
    [InlineData(5, "5")]
    [InlineData(1_200, "1,200")]
    public void Small_numbers_are_not_given(int count, string given) =>
        Assert.Equal(given, HubNumbers.Given(count));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(4, "Fewer than 5")]
    [InlineData(7, "5")]
    [InlineData(8, "10")]
    [InlineData(12, "10")]
    [InlineData(1_203, "1,205")]
    public void Outside_the_partnership_numbers_are_rounded(int count, string given) =>
        Assert.Equal(given, HubNumbers.Rounded(count));

    [Theory, BothDatabases]
    public async Task A_report_counts_what_lies_within_its_days(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        // All opened in October 2026.
        await moot.AddAsync([.. Enumerable.Range(1, 6).Select(number => CaseSample.Case(number))]);
        using var carys = await moot.AsAsync(People.Coordinator);
        var year = await ReportPagesTests.BegunAsync(carys, ReportKind.ScrutinyUpdate);
        Assert.Contains("Cases opened5", year.Words, StringComparison.Ordinal);
        Assert.Contains("Cases closed0", year.Words, StringComparison.Ordinal);
        var pack = await ReportPagesTests.BegunAsync(carys, ReportKind.BoardPack);
        Assert.Contains("Cases opened6", pack.Words, StringComparison.Ordinal);
        var form = await carys.GetAsync($"/Reports/New/{ReportKind.BoardPack}");
        var later = await carys.PostAsync(
            form,
            fields:
            [
                ("Details.From.Day", "1"),
                ("Details.From.Month", "11"),
                ("Details.From.Year", "2026"),
            ]
        );
        Assert.Contains("Cases opened0", later.Words, StringComparison.Ordinal);
    }
}
