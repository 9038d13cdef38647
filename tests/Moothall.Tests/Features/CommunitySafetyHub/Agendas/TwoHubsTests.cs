using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Bodies;
using Moothall.Features.Partnership.Members;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Agendas;

/// <summary>A partnership with two hubs: a member of one is nobody at the other's meeting, also where they are invited to it.</summary>
public sealed class TwoHubsTests
{
    [Theory, BothDatabases]
    [Rule("S1-4.5")]
    public async Task A_member_of_another_hub_who_observes_reads_nothing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        await moot.WithAsync(async db =>
        {
            var other = new GovernanceBody
            {
                Name = "Second hub",
                Type = BodyType.Hub,
                TermsDated = new(2026, 1, 1),
                MeetsWeekly = true,
                Times = new() { Venue = "Annexe" },
            };
            db.Add(other);
            await db.SaveChangesAsync();
            await db.Set<HubMembership>()
                .Where(member => member.Id == World.CharityMember)
                .ExecuteUpdateAsync(set => set.SetProperty(member => member.BodyId, other.Id));
            db.Add(
                new AttendanceEntry
                {
                    MeetingId = World.NextMeeting,
                    UserId = People.Charity.Id,
                    Name = People.Charity.Name,
                    OrganisationName = "Harbour",
                    Kind = AttendeeKind.Observer,
                }
            );
        });
        using var zainab = await moot.AsAsync(People.Charity);
        var agenda = await zainab.GetAsync($"/Meetings/{World.NextMeeting}/Agenda");
        foreach (var words in new[] { "Scooters", "Any other business", Sitting.CaseTitle })
        {
            Assert.DoesNotContain(words, agenda.Text, StringComparison.Ordinal);
        }

        // A member of this hub reads them, so that the page is the right one.
        using var petra = await moot.AsAsync(People.Police);
        Assert.Contains(
            "Scooters",
            (await petra.GetAsync($"/Meetings/{World.NextMeeting}/Agenda")).Text,
            StringComparison.Ordinal
        );
    }
}
