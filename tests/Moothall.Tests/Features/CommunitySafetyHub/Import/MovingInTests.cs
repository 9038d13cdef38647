using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Features.Partnership.Members;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Import;

/// <summary>Actions, members and past minutes come in, and a list opens nothing by itself.</summary>
public sealed class MovingInTests
{
    [Theory, BothDatabases]
    public async Task Actions_and_members_come_in_and_a_list_opens_nothing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        await moot.AddAsync(
            new HubCase
            {
                BodyId = World.Hub,
                Reference = "CSH-2026-K7QM",
                OldReference = "CSH/24/017",
                Kind = CaseKind.Theme,
                Title = "Damage",
                OpenedAt = TestClock.MondayMorning,
            }
        );
        var actions = await Bringing.BringAsync(
            carys,
            ImportKind.Actions,
            "actions.xlsx",
            MessyLists.Actions()
        );
        Assert.Contains("1 of 4 rows was written", actions.Words, StringComparison.Ordinal);
        var action = await moot.WithAsync(db =>
            db.Set<HubAction>().Include(one => one.Case).SingleAsync()
        );
        Assert.Equal(
            (World.PoliceMember, new DateOnly(2026, 12, 8), "CSH-2026-K7QM", null),
            (action.OwnerMembershipId, action.Due, action.Case!.Reference, action.MeetingId)
        );
        var page = await carys.GetAsync($"/Actions/{action.Id}");
        Assert.Contains(
            "before the hub moved in, Tuesday 10 November 2026",
            page.Words,
            StringComparison.Ordinal
        );
        var members = await Bringing.BringAsync(
            carys,
            ImportKind.Members,
            "members.csv",
            MessyLists.Members()
        );
        Assert.Contains("Members 2", members.Words, StringComparison.Ordinal);
        var probation = await moot.WithAsync(db =>
            db.Set<HubMembership>()
                .Include(one => one.Representatives)
                .SingleAsync(one => one.Name == "Probation Service")
        );
        Assert.Equal(2, probation.Representatives.Count);
        Assert.Equal(People.Guest.Id, probation.Representatives.Single(one => one.IsDeputy).UserId);
        Assert.Equal((null, null), (probation.Basis, probation.ProtocolDate));
        Assert.NotNull(probation.ShutBecause(new(2026, 11, 23)));
        Assert.Equal(
            World.Council,
            await moot.WithAsync(db =>
                db.Set<HubMembership>()
                    .Where(one => one.Name == "Testbourne Council – Parks")
                    .Select(one => one.OrganisationId)
                    .SingleAsync()
            )
        );
    }

    [Theory, BothDatabases]
    public async Task Past_minutes_are_kept_as_they_were_for_those_who_run_the_hub(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var noDay = await Bringing.UploadAsync(
            carys,
            ImportKind.Minutes,
            "minutes.docx",
            MessyLists.Minutes()
        );
        Assert.Equal(["Enter the day of the meeting"], noDay.Errors);
        var paper = MessyLists.Minutes("Zanzibarquery.");
        var recognised = await Bringing.UploadAsync(
            carys,
            ImportKind.Minutes,
            "Minutes 10 Nov.docx",
            paper,
            "10 11 2026"
        );
        var preview = await Bringing.AnswerAsync(
            carys,
            recognised,
            ("name no case", "without a case")
        );
        var done = await carys.PostAsync(preview, "Bring it in");
        Assert.Contains(
            "Actions 2 Updates of actions 1 Past minutes 1",
            done.Words,
            StringComparison.Ordinal
        );
        var list = await carys.GetAsync("/Minutes/Past");
        var address = list
            .Document.QuerySelectorAll("main a")
            .Single(link => link.TextContent.Contains("10 November 2026", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var page = await carys.GetAsync(address);
        Assert.Contains("Brought in, not signed here", page.Words, StringComparison.Ordinal);
        Assert.Contains("Zanzibarquery", page.Words, StringComparison.Ordinal);
        using var file = await carys.SendAsync(new(HttpMethod.Get, $"{address}?handler=File"));
        Assert.Equal(
            paper,
            await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
        Assert.DoesNotContain(
            "Zanzibarquery",
            System.Text.Encoding.UTF8.GetString(
                (await moot.WithAsync(db => db.Set<PastMinutes>().SingleAsync())).Text
            ),
            StringComparison.Ordinal
        );
        using var clive = await moot.AsAsync(People.Chair);
        Assert.Equal(HttpStatusCode.OK, (await clive.GetAsync(address)).Status);
        foreach (var person in new[] { People.Police, People.Approver, People.Guest })
        {
            using var other = await moot.AsAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(address)).Status);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await other.GetAsync($"{address}?handler=File")).Status
            );
        }
    }
}
