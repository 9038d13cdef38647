using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.AgencySheets;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Tests.Features.CommunitySafetyHub.Agendas;
using Moothall.Tests.Features.CommunitySafetyHub.Circulation;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.AgencySheets;

/// <summary>What is kept from somebody stands on no sheet, whoever typed it wherever.</summary>
public sealed class SheetProtectionTests
{
    private const string ActionSheet = $"/Paper?kind={nameof(SheetKind.Actions)}";
    private const string ResearchList = $"/Paper?kind={nameof(SheetKind.Research)}";
    private readonly ScriptedTransport transport = new();

    [Theory, BothDatabases]
    public async Task An_action_without_a_case_is_compared_with_everybody_the_hub_knows(
        Database database
    )
    {
        await using var moot = await PaperWeek.StartAsync(database, transport);
        var last = await moot.WithAsync(db =>
            db.Set<Moothall.Features.CommunitySafetyHub.Meetings.HubMeeting>()
                .SingleAsync(one => one.StartsAt == Week.LastTuesday)
        );
        HubAction Loose(string text) =>
            Week.Action(null, last, text, new(2026, 11, 24), World.CharityMember);
        var reported = Loose("Reportmark");
        // Somebody of a closed case and somebody of a referral that is no case yet.
        var closed = Week.Case("CSH-2026-CLS3", "Long ago", CaseVisibility.NamedPeople);
        var waiting = Week.Accepted(closed, World.NextMeeting);
        waiting.CaseId = null;
        waiting.Decisions.Clear();
        var quill = Week.Someone(closed, "Odette", "Quill");
        (quill.CaseId, quill.ReferralId) = (null, waiting.Id);
        await moot.AddAsync(closed, waiting, Week.Someone(closed, "Hannah", "Prior"), quill);
        await moot.AddAsync(
            Loose("Visit at 17 Refugemark Ln"),
            Loose("Call on Kieran Moss about Fencemark"),
            Loose("Take the parcel to Mrs Quill, Parcelmark"),
            Loose("Hannah Wright writes to Moss Close by 3 May, Lettermark"),
            reported,
            new ActionUpdate
            {
                ActionId = reported.Id,
                At = TestClock.MondayMorning.AddDays(-1),
                ByUserId = People.Charity.Id,
                ByName = People.Charity.Name,
                Progress = ReportedProgress.InProgress,
                Text = "Prior was not at home",
            }
        );
        using var carys = await moot.AsAsync(People.Coordinator);

        var page = await carys.GetAsync($"/AgencySheets/{World.CharityMember}{ActionSheet}");
        await PaperWeek.SendAllAsync(moot);
        await HeldMeeting.SendAsync(moot);

        Assert.Contains("Leafmark", page.Words, StringComparison.Ordinal);
        // An officer's full name and a name that is an ordinary word are nobody of a case.
        Assert.Contains("Lettermark", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "4 more actions are not written here. Ring",
            page.Words,
            StringComparison.Ordinal
        );
        foreach (
            var word in (string[])
                ["Refugemark", "Fencemark", "Kieran", "Parcelmark", "Quill", "Reportmark", "Prior"]
        )
        {
            Assert.DoesNotContain(word, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains(transport.Seen, mail => mail.To == "zainab@harbour.example");
    }

    [Theory, BothDatabases]
    public async Task A_research_list_holds_no_protected_value_whoevers_it_is(Database database)
    {
        await using var moot = await PaperWeek.StartAsync(database, transport);
        var open = await moot.WithAsync(db =>
            db.Set<HubCase>().SingleAsync(one => one.Reference == PaperWeek.Reference)
        );
        // Tara's child, with the refuge typed as an ordinary address; and the refuge as the place that another matter is about.
        var child = Week.Someone(open, "Robin", "Bell", "17 Refugemark Ln, Testbourne");
        var place = Week.Case("CSH-2026-PLC3", "Noise on a corner");
        var spot = new CasePlace
        {
            CaseId = place.Id,
            Description = "Flat above 17 REFUGEMARK LANE",
        };
        var item = new AgendaItem
        {
            MeetingId = World.NextMeeting,
            Part = AgendaPart.B,
            Kind = AgendaItemKind.NewCase,
            Order = 90,
            Title = $"{place.Reference}: {place.Title}",
            Minutes = 5,
            CaseId = place.Id,
        };
        await moot.AddAsync(child, place, spot, item);
        using var carys = await moot.AsAsync(People.Coordinator);

        var page = await carys.GetAsync($"/AgencySheets/{World.HousingMember}{ResearchList}");
        await PaperWeek.SendAllAsync(moot);
        await HeldMeeting.SendAsync(moot);
        var sent = transport
            .Seen.Where(mail => mail.To == "hannah@housing.example")
            .Select(mail => MailParts.DocumentText(mail.Attachment!.Content))
            .Single(text => text.Contains("Robin Bell", StringComparison.Ordinal));

        foreach (var text in new[] { page.Text, sent })
        {
            Assert.DoesNotContain("Refugemark", text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Robin Bell", text, StringComparison.Ordinal);
            Assert.Contains("CSH-2026-PLC3", text, StringComparison.Ordinal);
            Assert.Contains("ring us", text, StringComparison.Ordinal);
            Assert.Contains(PaperWeek.OpenAddress, text, StringComparison.Ordinal);
        }
    }
}
