using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Platform.Audit;
using Moothall.Tests.Features.CommunitySafetyHub.Agendas;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>What moving a meeting does behind the page.</summary>
public sealed class MovedMeetingTests
{
    [Theory, BothDatabases]
    public async Task Whoever_moves_a_meeting_has_looked_at_none_of_its_actions(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (last, hubCase) = (Week.LastMeeting(), Week.Case("CSH-2026-MOV2", "Moved"));
        await moot.AddAsync(last, hubCase);
        await moot.AddAsync(Week.Action(hubCase, last, "Marker due", new(2026, 11, 24)));
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.PostAsync(
            await carys.GetAsync($"/Meetings/{World.NextMeeting}/Move"),
            (string?)null,
            null,
            ("Input.Day.Day", "26"),
            ("Input.Day.Month", "11"),
            ("Input.Day.Year", "2026"),
            ("Input.Because", "Chamber flooded")
        );
        Assert.Equal(
            new DateOnly(2026, 11, 26),
            await moot.WithAsync(db => db.Set<HubAction>().Select(one => one.Due).SingleAsync())
        );
        var looks = await moot.WithAsync(db =>
            db.Set<AuditContent>()
                .Where(one => one.Kind == AuditKind.Read)
                .Select(one => one.Json)
                .ToListAsync()
        );
        Assert.DoesNotContain(looks, json => json.Contains($"{hubCase.Id}"));
    }
}
