using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Forms;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>A write-up whose session ended comes back as it was typed, beside the lines it was typed for.</summary>
public sealed class WriteUpHeldTests
{
    [Theory, BothDatabases]
    public async Task What_was_typed_comes_back_beside_its_own_line(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        moot.Clock.Set(Sitting.Morning.AddDays(1));
        using var carys = await moot.AsAsync(People.Coordinator);
        var form = await carys.GetAsync(PaperSheet.Address);
        var (person, item) = (
            PaperSheet.PersonOf(form, PaperSheet.Petra),
            PaperSheet.RowOf(form, sitting.CaseItem)
        );
        await moot.WithAsync(db =>
            db.Set<UserSession>()
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, Sitting.Morning))
        );
        await carys.PostAsync(
            form,
            "handler=Save",
            null,
            ($"{person}.State", "Present"),
            ($"{person}.Arrived", "10:07"),
            ($"{item}.Outcome", "Discussed"),
            ($"{item}.Summary", "Noise goes on"),
            ($"{item}.Case", "Monitor"),
            ("Open[0].Way", "Resolved"),
            ("Open[0].Because", "Visited on Friday"),
            ("item", sitting.CaseItem.ToString())
        );
        var kept = await moot.WithAsync(db => db.Set<HeldForm>().AsNoTracking().SingleAsync());
        // Meanwhile a line is added before hers, and somebody else writes under the item.
        using var sunil = await moot.AsAsync(People.SecondCoordinator);
        await PaperSheet.ItemAsync(sunil, sitting.CaseItem, "Discussed", "A letter went");
        await moot.AddAsync(
            new AttendanceEntry
            {
                MeetingId = World.NextMeeting,
                Name = "Aaron Abel",
                MembershipId = World.PoliceMember,
                OrganisationName = "Testshire Police",
                Kind = AttendeeKind.Observer,
            }
        );

        using var again = await moot.AsAsync(People.Coordinator);
        var page = await again.GetAsync($"{PaperSheet.Address}?held={kept.Id}");
        var now = PaperSheet.PersonOf(page, PaperSheet.Petra);
        Assert.NotEqual(person, now);
        Assert.Equal(
            [
                "Present",
                "10:07",
                "",
                "Discussed",
                "Monitor",
                "Resolved",
                "Visited on Friday",
                $"{sitting.CaseItem}",
            ],
            new[]
            {
                $"{now}.State",
                $"{now}.Arrived",
                $"{person}.State",
                $"{item}.Outcome",
                $"{item}.Case",
                "Open[0].Way",
                "Open[0].Because",
                "item",
            }.Select(name => ValueOf(page, name))
        );
        // What the other wrote is not written over.
        var met = await again.PostAsync(page, "handler=Save");
        Assert.Contains("someone else wrote it up", met.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(
            "A letter went",
            (await Sitting.MeetingAsync(moot))
                .Items.Single(one => one.Id == sitting.CaseItem)
                .Summary
        );
    }

    private static string ValueOf(Page page, string name) =>
        page.Document.QuerySelector($"main [name='{name}']") switch
        {
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlInputElement input => input.Value,
            _ => "no such control",
        };
}
