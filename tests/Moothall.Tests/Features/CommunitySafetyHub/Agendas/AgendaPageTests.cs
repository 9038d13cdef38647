using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.Partnership.Members;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Agendas;

/// <summary>The agenda builds itself, and each reader sees their own part of it.</summary>
public sealed class AgendaPageTests
{
    private static readonly string Agenda = $"/Meetings/{World.NextMeeting}/Agenda";

    [Theory, BothDatabases]
    [Rule("S1-A1")]
    [Rule("C8")]
    public async Task It_builds_itself_from_referrals_actions_and_what_was_not_reached(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var last = Week.LastMeeting();
        var fresh = Week.Case("CSH-2026-NEW1", "New matter");
        var urgent = Week.Case("CSH-2026-URG1", "Urgent matter");
        var later = Week.Case("CSH-2026-LAT1", "For the week after");
        var missed = Week.Case("CSH-2026-MIS1", "Hour ended first");
        var overdue = Week.Case("CSH-2026-OVE1", "Overdue action");
        var unchanged = Week.Case("CSH-2026-UNC1", "Unchanged action");
        var done = Week.Case("CSH-2026-DON1", "Nothing left to do");
        var closed = Week.Case("CSH-2026-CLO1", "Closed");
        closed.Close(ClosureReason.Resolved, "Over", Week.LastTuesday);
        await moot.AddAsync(last, fresh, urgent, later, missed, overdue, unchanged, done, closed);
        await moot.AddAsync(
            Week.Accepted(fresh, World.NextMeeting),
            Week.Accepted(urgent, World.NextMeeting, urgent: true),
            Week.Accepted(later, World.MeetingAfter),
            Week.Heard(missed, last, ItemOutcome.NotReached),
            Week.Heard(overdue, last, ItemOutcome.Discussed),
            Week.Heard(unchanged, last, ItemOutcome.Discussed),
            Week.Heard(done, last, ItemOutcome.Discussed),
            Week.Action(overdue, last, "Should be done", new(2026, 11, 20)),
            Week.Action(unchanged, last, "Goes on", new(2026, 12, 20))
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(Agenda);
        Assert.Equal(
            [
                "Welcome, introductions and apologies",
                "Confidentiality agreement and sharing protocol",
                "Minutes and matters arising",
                "Urgent and emerging issues",
                "Campaigns and events",
                "Open actions",
                "CSH-2026-URG1: Urgent matter",
                "CSH-2026-NEW1: New matter",
                "CSH-2026-MIS1: Hour ended first",
                "CSH-2026-OVE1: Overdue action",
                "CSH-2026-UNC1: Unchanged action",
                "Any other business",
            ],
            Titles(page)
        );
        Assert.Contains(
            "Agenda for Tuesday 24 November 2026",
            page.Words,
            StringComparison.Ordinal
        );

        // Opening it again changes nothing.
        Assert.Equal(Titles(page), Titles(await carys.GetAsync(Agenda)));
    }

    [Theory, BothDatabases]
    [Rule("S1-3.3")]
    public async Task Every_open_action_is_on_it_overdue_and_changed_first(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var last = Week.LastMeeting();
        var one = Week.Case("CSH-2026-AAA1", "A matter");
        var overdue = Week.Action(one, last, "Marker overdue", new(2026, 11, 20));
        var changed = Week.Action(one, last, "Marker changed", new(2026, 12, 15));
        var due = Week.Action(null, last, "Marker due now", new(2026, 11, 24));
        var same = Week.Action(null, last, "Marker no change", new(2026, 12, 15));
        var off = Week.Action(one, last, "Marker resolved", new(2026, 11, 20));
        off.TakeOff(ActionStatus.Resolved, "Done", last.Id);
        await moot.AddAsync(last, one, overdue, changed, due, same, off);
        await moot.AddAsync(
            Week.Update(changed, ReportedProgress.InProgress),
            Week.Update(same, ReportedProgress.NoChange)
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var words = (await carys.GetAsync(Agenda)).Words;
        var places = new[]
        {
            "Overdue (1)",
            "Marker overdue",
            "Changed since the last meeting (1)",
            "Marker changed",
            "Due by this meeting (1)",
            "Marker due now",
            "No change since last week (1)",
            "Marker no change",
        }
            .Select(text => words.IndexOf(text, StringComparison.Ordinal))
            .ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain("Marker resolved", words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-A1")]
    public async Task Each_reader_sees_the_part_that_is_open_to_them(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var last = Week.LastMeeting();
        var open = Week.Case("CSH-2026-OPEN", "Marker open");
        var named = Week.Case("CSH-2026-NAME", "Marker named", CaseVisibility.NamedAgencies);
        named.Shares.Add(
            new()
            {
                CaseId = named.Id,
                OrganisationId = World.Charity,
                Why = "Supports the victim",
            }
        );
        var conflict = Week.Case("CSH-2026-SHUT", "Marker shut");
        conflict.Exclusions.Add(
            new()
            {
                CaseId = conflict.Id,
                UserId = People.Housing.Id,
                Why = "Neighbour",
            }
        );
        conflict.Exclusions.Add(
            new()
            {
                CaseId = conflict.Id,
                UserId = People.SecondCoordinator.Id,
                Why = "Cousin",
            }
        );
        await moot.AddAsync(last, open, named, conflict);
        await moot.AddAsync(
            Week.Accepted(open, World.NextMeeting),
            Week.Accepted(named, World.NextMeeting),
            Week.Accepted(conflict, World.NextMeeting),
            Week.Action(open, last, "Marker action of the police", new(2026, 12, 1)),
            Week.Action(
                open,
                last,
                "Marker action of housing",
                new(2026, 12, 1),
                World.HousingMember
            )
        );

        // A draft is the team's alone.
        foreach (var person in new[] { People.Police, People.Councillor, People.Guest })
        {
            using var early = await moot.AsAsync(person);
            Assert.Equal(HttpStatusCode.NotFound, (await early.GetAsync(Agenda)).Status);
        }

        await Week.PublishAsync(moot, World.NextMeeting);
        var markers = new[]
        {
            "Marker open",
            "Marker named",
            "Marker shut",
            "Marker action of the police",
            "Marker action of housing",
            "Any other business",
            "Campaigns and events",
        };
        await SeesAsync(moot, People.Coordinator, markers, [0, 1, 2, 3, 4, 5, 6]);
        await SeesAsync(moot, People.SecondCoordinator, markers, [0, 1, 3, 4, 5, 6]);
        // Before signing: the items, and of the actions one's own agency's (settled 9).
        await SeesAsync(moot, People.Police, markers, [0, 2, 3, 5, 6]);
        await SeesAsync(moot, People.Housing, markers, [0, 4, 5, 6]);
        await SeesAsync(moot, People.Charity, markers, [0, 1, 2, 5, 6]);
        // Part A only (settled 3).
        await SeesAsync(moot, People.Councillor, markers, [6]);
        foreach (var person in new[] { People.Lapsed, People.Guest })
        {
            using var outsider = await moot.AsAsync(person);
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(Agenda)).Status);
        }

        foreach (var person in new[] { People.Analyst, People.Administrator })
        {
            using var other = await moot.AsAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Agenda)).Status);
        }
    }

    [Theory, BothDatabases]
    public async Task A_protocol_that_lapses_shuts_the_agenda_at_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Week.PublishAsync(moot, World.NextMeeting);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(HttpStatusCode.OK, (await petra.GetAsync(Agenda)).Status);
        await moot.WithAsync(async db =>
            (
                await db.Set<HubMembership>().SingleAsync(m => m.Id == World.PoliceMember)
            ).ProtocolReviewDate = new(2026, 11, 22)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await petra.GetAsync(Agenda)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_case_someone_may_not_see_is_no_look_of_theirs(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var shut = Week.Case("CSH-2026-SHUT", "Marker shut");
        shut.Exclusions.Add(
            new()
            {
                CaseId = shut.Id,
                UserId = People.Coordinator.Id,
                Why = "Cousin",
            }
        );
        await moot.AddAsync(shut);
        await moot.AddAsync(Week.Accepted(shut, World.NextMeeting));
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.DoesNotContain(
            "Marker shut",
            (await carys.GetAsync(Agenda)).Text,
            StringComparison.Ordinal
        );
        // Built all the same, for those who may see it; and the builder is not down as having looked.
        await moot.WithAsync(async db =>
        {
            Assert.True(await db.Set<AgendaItem>().AnyAsync(item => item.CaseId == shut.Id));
            var looks = await db.Set<Moothall.Platform.Audit.AuditContent>()
                .Where(c => c.Json.Contains("\"Read\"") && c.Json.Contains(shut.Id.ToString()))
                .CountAsync();
            Assert.Equal(0, looks);
        });
    }

    private static async Task SeesAsync(Moot moot, Person person, string[] markers, int[] seen)
    {
        using var browser = await moot.AsAsync(person);
        var page = await browser.GetAsync(Agenda);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        for (var index = 0; index < markers.Length; index++)
        {
            Assert.True(
                page.Text.Contains(markers[index], StringComparison.Ordinal)
                    == seen.Contains(index),
                $"{person.Name}: {markers[index]}"
            );
        }
    }

    internal static List<string> Titles(Page page) =>
        [
            .. page
                .Document.QuerySelectorAll(".moot-agenda__title")
                .Select(title => title.TextContent.Trim()),
        ];
}
