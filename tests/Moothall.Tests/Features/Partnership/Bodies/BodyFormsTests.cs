using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies.BodyActions;
using Moothall.Features.Partnership.Bodies.BodyMembers;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Bodies;

/// <summary>What a board is asked for, and what only its members read.</summary>
public sealed class BodyFormsTests
{
    private static readonly Guid Board = BodyWorkPagesTests.Board;

    [Theory, BothDatabases]
    public async Task An_action_without_an_owner_is_asked_for_one_and_keeps_what_was_typed(
        Database database
    )
    {
        await using var moot = await BodyWorkPagesTests.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Bodies/{Board}/Action");
        var empty = await carys.PostAsync(form);
        Assert.Contains("Choose the organisation that owns it", empty.Errors);
        var half = await carys.PostAsync(form, fields: [("Details.Text", "Light the canal path")]);
        Assert.Contains("Choose the organisation that owns it", half.Errors);
        Assert.Contains("Light the canal path", half.Text, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<BodyAction>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_members_last_day_is_asked_for(Database database)
    {
        await using var moot = await BodyWorkPagesTests.StartAsync(database);
        var member = new BodyMember
        {
            BodyId = Board,
            OrganisationId = World.Police,
            Role = BodyRole.Member,
            From = new(2026, 1, 1),
        };
        await moot.AddAsync(member);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"/Bodies/Members/{member.Id}/End");
        var wrong = await carys.PostAsync(
            form,
            fields: [("Until.Day", ""), ("Until.Month", ""), ("Until.Year", "")]
        );
        Assert.Equal(["Enter the last day"], wrong.Errors);
    }

    [Theory, BothDatabases]
    public async Task How_to_join_online_is_for_members_and_the_meeting_stands_on_the_calendar(
        Database database
    )
    {
        await using var moot = await BodyWorkPagesTests.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        (string, string?)[] day =
        [
            ("Details.Date.Day", "2"),
            ("Details.Date.Month", "12"),
            ("Details.Date.Year", "2026"),
            ("Details.Mode", "Hybrid"),
        ];
        var form = await carys.GetAsync($"/Bodies/{Board}/Meeting");
        Assert.Contains("How to join online", form.Words, StringComparison.Ordinal);
        var wrong = await carys.PostAsync(
            form,
            fields: [.. day, ("Details.Place", "https://meet.example/board")]
        );
        Assert.Contains(
            "Put the link into the next field",
            Assert.Single(wrong.Errors),
            StringComparison.Ordinal
        );
        var meeting = await carys.PostAsync(
            wrong,
            fields:
            [
                .. day,
                ("Details.Place", "Town hall"),
                ("Details.Joining", "https://meet.example/board?pwd=hush"),
            ]
        );
        Assert.Contains("pwd=hush", meeting.Words, StringComparison.Ordinal);
        using var petra = await moot.AsAsync(People.Police);
        var outside = await petra.GetAsync(meeting.Path);
        Assert.Contains("Town hall", outside.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("pwd=hush", outside.Text, StringComparison.Ordinal);
        await moot.AddAsync(
            new BodyMember
            {
                BodyId = Board,
                OrganisationId = World.Police,
                Role = BodyRole.Member,
                From = new(2026, 1, 1),
            }
        );
        Assert.Contains(
            "pwd=hush",
            (await petra.GetAsync(meeting.Path)).Words,
            StringComparison.Ordinal
        );
        var calendar = await petra.GetAsync("/Calendar?year=2026");
        Assert.Contains(meeting.Path, calendar.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("pwd=hush", calendar.Text, StringComparison.Ordinal);
    }
}
