using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Audit;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Agendas;

/// <summary>Research: one page, one click a name, no more shown than is needed to look someone up.</summary>
public sealed class ResearchTests
{
    private static readonly string Research = $"/Meetings/{World.NextMeeting}/Research";

    [Theory, BothDatabases]
    public async Task It_shows_names_dates_of_birth_and_unprotected_addresses_only(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var (_, first, second) = await PrepareAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Research);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (
            var shown in new[]
            {
                "Kieran Moss",
                "Born 3 April 1990",
                "4 Marker Open Street",
                "Tara Bell",
            }
        )
        {
            Assert.Contains(shown, page.Words, StringComparison.Ordinal);
        }

        foreach (
            var kept in new[]
            {
                "Marker Safe House",
                "Marker title",
                "Marker note",
                "07700900123",
                "Alleged perpetrator",
            }
        )
        {
            Assert.DoesNotContain(kept, page.Text, StringComparison.Ordinal);
        }

        // Each look is recorded.
        var looked = await moot.WithAsync(db =>
            db.Set<AuditContent>()
                .AnyAsync(c =>
                    c.Json.Contains("\"Read\"")
                    && c.Json.Contains(People.Police.Name)
                    && c.Json.Contains(first.CaseId.ToString()!)
                )
        );
        Assert.True(looked);
        Assert.NotEqual(first.Id, second.Id);
    }

    [Theory, BothDatabases]
    public async Task One_click_a_name_is_kept_for_the_membership(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (_, first, second) = await PrepareAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        var page = await petra.GetAsync(Research);
        Assert.Contains("0 of 2 answered", page.Words, StringComparison.Ordinal);
        page = await petra.PostAsync(page, "Kieran Moss", "Known to us", ("line", "Two call-outs"));
        Assert.Contains("1 of 2 answered", page.Words, StringComparison.Ordinal);

        // Past the cut-off it is still open, and the deputy answers for the same member.
        moot.Clock.Advance(TimeSpan.FromHours(10));
        using var dominic = await moot.AsAsync(People.PoliceDeputy);
        page = await dominic.GetAsync(Research);
        Assert.Contains("Two call-outs", page.Text, StringComparison.Ordinal);
        page = await dominic.PostAsync(page, "Tara Bell", "Not known to us");
        Assert.Contains("2 of 2 answered", page.Words, StringComparison.Ordinal);
        // Changing one's mind changes the answer; it does not make a second.
        await dominic.PostAsync(page, "Kieran Moss", "Not known to us", ("line", ""));
        var returns = await moot.WithAsync(db =>
            db.Set<ResearchReturn>().OrderBy(one => one.GivenAt).ToListAsync()
        );
        Assert.Equal(2, returns.Count);
        Assert.All(
            returns,
            one =>
            {
                Assert.Equal(World.PoliceMember, one.MembershipId);
                Assert.Equal(ResearchAnswer.NotKnown, one.Answer);
                Assert.Equal(People.PoliceDeputy.Name, one.GivenByName);
            }
        );
        Assert.Equal(
            new[] { first.Id, second.Id }.ToHashSet(),
            returns.Select(one => one.PersonId!.Value).ToHashSet()
        );
    }

    [Theory, BothDatabases]
    public async Task An_answer_is_for_its_own_agency_and_the_hub_until_the_meeting(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await PrepareAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        await petra.PostAsync(
            await petra.GetAsync(Research),
            "Kieran Moss",
            "Known to us",
            ("line", "Marker return")
        );
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.DoesNotContain(
            "Marker return",
            (await zainab.GetAsync(Research)).Text,
            StringComparison.Ordinal
        );
        foreach (
            var address in new[]
            {
                Research + "/Returns",
                $"{Research}/Record?member={World.CharityMember}",
            }
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await zainab.GetAsync(address)).Status);
        }

        // Nor by naming another's membership.
        var other = await zainab.GetAsync($"{Research}?member={World.PoliceMember}");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);

        using var carys = await moot.AsAsync(People.Coordinator);
        var returns = await carys.GetAsync(Research + "/Returns");
        Assert.Contains("Testshire Police: Marker return", returns.Words, StringComparison.Ordinal);
        Assert.Contains("1 of 2", returns.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Shut out: its protocol is not current",
            returns.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task It_opens_with_publication_and_ends_with_the_meeting(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await AddCaseAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(HttpStatusCode.NotFound, (await petra.GetAsync(Research)).Status);
        await Week.PublishAsync(moot, World.NextMeeting);
        var page = await petra.GetAsync(Research);
        await moot.WithAsync(async db =>
            (await db.Set<HubMeeting>().SingleAsync(m => m.Id == World.NextMeeting)).Status =
                MeetingStatus.Ended
        );
        var late = await petra.PostAsync(page, "Kieran Moss", "Known to us");
        Assert.Contains("research is closed", late.Words, StringComparison.Ordinal);
        Assert.Empty(await moot.WithAsync(db => db.Set<ResearchReturn>().ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task Those_without_case_access_have_nothing_to_research(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (hubCase, _, _) = await PrepareAsync(moot);
        using var olwen = await moot.AsAsync(People.Councillor);
        var page = await olwen.GetAsync(Research);
        Assert.DoesNotContain("Kieran Moss", page.Text, StringComparison.Ordinal);
        using var len = await moot.AsAsync(People.Lapsed);
        Assert.Equal(HttpStatusCode.NotFound, (await len.GetAsync(Research)).Status);
        await moot.AddAsync(
            new CaseExclusion
            {
                CaseId = hubCase.Id,
                UserId = People.Police.Id,
                Why = "Neighbour",
            }
        );
        using var petra = await moot.AsAsync(People.Police);
        Assert.DoesNotContain(
            "Kieran Moss",
            (await petra.GetAsync(Research)).Text,
            StringComparison.Ordinal
        );
        using var guest = await moot.AsAsync(People.Guest);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.GetAsync(Research)).Status);
    }

    [Theory, BothDatabases]
    public async Task The_team_records_what_it_was_told_as_received_from(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var (_, first, _) = await PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync($"{Research}/Record?member={World.CharityMember}");
        var answer = ($"Answer[{first.Id}]", "Known");
        var back = await carys.PostAsync(form, (string?)null, null, answer);
        Assert.Equal(["Say who at Domestic Abuse Support Agencies told you."], back.Errors);
        await carys.PostAsync(
            form,
            (string?)null,
            null,
            answer,
            ("Received.From", "Zainab Malik"),
            ("Received.By", "Telephone")
        );
        var kept = await moot.WithAsync(db => db.Set<ResearchReturn>().SingleAsync());
        Assert.Equal(
            ("Zainab Malik", (ReceivedBy?)ReceivedBy.Telephone, new DateOnly(2026, 11, 23)),
            (kept.Received.From, kept.Received.By, kept.Received.On)
        );
        var shown = await carys.GetAsync($"{Research}/Returns");
        Assert.Contains(
            "received from Zainab Malik, by telephone, on 23 November 2026, taken down by Carys Bevan",
            shown.Words,
            StringComparison.Ordinal
        );
        Assert.Equal(People.Coordinator.Name, kept.GivenByName);
        Assert.Equal(World.CharityMember, kept.MembershipId);
        var lapsed = await carys.GetAsync($"{Research}/Record?member={World.LapsedMember}");
        Assert.Equal(HttpStatusCode.NotFound, lapsed.Status);
    }

    private static async Task<(HubCase, CasePerson, CasePerson)> PrepareAsync(Moot moot)
    {
        var added = await AddCaseAsync(moot);
        await Week.PublishAsync(moot, World.NextMeeting);
        return added;
    }

    private static async Task<(HubCase, CasePerson, CasePerson)> AddCaseAsync(Moot moot)
    {
        var hubCase = Week.Case("CSH-2026-RES1", "Marker title");
        var first = Week.Someone(hubCase, "Kieran", "Moss", "4 Marker Open Street");
        // The old address was typed before the new one was protected.
        var second = Week.Someone(hubCase, "Tara", "Bell", "Marker Safe House");
        first.Telephones.Add(
            new()
            {
                PersonId = first.Id,
                Number = "07700900123",
                Digits = "07700900123",
            }
        );
        await moot.AddAsync(hubCase, first, second);
        await moot.AddAsync(
            Week.Accepted(hubCase, World.NextMeeting),
            new ProtectedValue
            {
                PersonId = second.Id,
                Kind = ProtectedKind.Address,
                Sealed = [1, 2, 3],
                Why = "Fled",
            },
            new CaseNote
            {
                CaseId = hubCase.Id,
                AuthorId = People.Coordinator.Id,
                AuthorName = People.Coordinator.Name,
                At = TestClock.MondayMorning,
                Text = "Marker note",
                IsOpinion = false,
            }
        );
        return (hubCase, first, second);
    }
}
