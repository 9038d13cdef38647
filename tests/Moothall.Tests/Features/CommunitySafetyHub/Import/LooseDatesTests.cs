using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Platform.Documents.Doubts;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>Dates as people write them are asked about with the likeliest day filled in, and neither refused nor taken.</summary>
public sealed class LooseDatesTests
{
    private static readonly DateOnly Near = new(2026, 11, 23);

    [Theory]
    [InlineData("14 Oct", "2026-10-14")]
    [InlineData("Fri 14th of October", "2026-10-14")]
    [InlineData("Jan 5th", "2027-01-05")]
    [InlineData("14/10", "2026-10-14")]
    [InlineData("29 Feb", null)]
    [InlineData("w/c 21st Sept 26", "2026-09-21")]
    [InlineData("W/C 23rd September", "2026-09-21")]
    [InlineData("week commencing 23/09/2026", "2026-09-21")]
    [InlineData("end of Oct", "2026-10-31")]
    [InlineData("End Feb 28", "2028-02-29")]
    [InlineData("mid-November", "2026-11-15")]
    [InlineData("early Dec", "2026-12-01")]
    [InlineData("November 2024", "2024-11-30")]
    [InlineData("31 Feb", null)]
    [InlineData("marked done", null)]
    [InlineData("soon", null)]
    [InlineData("end of the road", null)]
    public void The_likeliest_day_comes_first(string typed, string? meant) =>
        Assert.Equal(
            meant,
            LooseDates
                .Of(typed, Near)
                .Select(day => day.ToString("O", CultureInfo.InvariantCulture))
                .FirstOrDefault()
        );

    [Fact]
    public void The_year_is_the_one_nearest_the_other_dates_of_the_column()
    {
        var plan = Worlds.Plan(
            ImportKind.Cases,
            "Ref,Issue,Topic,Date opened\nA1,Fires,Arson,03/04/2024\nA2,Fires,Arson,14 Oct\nA3,Fires,Arson,01/06/2024\n"
        );
        var asked = Assert.Single(plan.Open);
        Assert.Equal(("day", "2024-10-14"), (asked.About, asked.Suggestion));
        Assert.Equal(
            ["2024-10-14", "2023-10-14", "2025-10-14", QuestionBook.LeaveOut],
            asked.Choices.Select(one => one.Value)
        );
        Assert.Equal(2, plan.Ready.Count);
        // A day of birth is never asked this way.
        plan = Worlds.Plan(ImportKind.Cases, "Ref,Name,DOB,Topic\nA1,Jo Example,14 Oct,Arson\n");
        Assert.Contains("“14 Oct” is not a date", Assert.Single(plan.Refused).Reason);
    }

    [Theory, BothDatabases]
    public async Task The_day_is_confirmed_or_changed_on_the_page(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await Bringing.UploadAsync(
            carys,
            ImportKind.Cases,
            "Ref,Issue,Topic,Date opened\nA1,Fires,Arson,14 Oct\nA2,Fires,Arson,w/c 23rd Sept 26\n"
        );
        var preview = await Bringing.AnswerAsync(
            carys,
            page,
            ("Which day is “14 Oct”", "14 October 2025")
        );
        await carys.PostAsync(preview, "Bring it in");
        var opened = await moot.WithAsync(db =>
            db.Set<HubCase>()
                .OrderBy(one => one.OldReference)
                .Select(one => one.OpenedAt)
                .ToListAsync()
        );
        Assert.Equal(
            [new DateOnly(2025, 10, 14), new DateOnly(2026, 9, 21)],
            opened.Select(Moothall.Platform.Time.UkTime.DateOf)
        );
    }
}
