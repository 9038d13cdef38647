using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>What agencies share under an item, and whose it is.</summary>
public sealed class LiveSharingTests
{
    [Theory, BothDatabases]
    [Rule("S1-6.1")]
    [Rule("S1-5.3")]
    [Rule("S1-7.1d")]
    public async Task What_an_agency_shares_is_theirs_and_never_put_in_their_mouth(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        var page = await petra.GetAsync(Sitting.Live);
        await petra.PostAsync(
            page,
            "handler=Share",
            null,
            ("Share.Text", "Two calls in May"),
            ("Share.Handling", "Not to the landlord")
        );
        var pretending = await petra.PostAsync(
            await petra.GetAsync(Sitting.Live),
            "handler=Share",
            null,
            ("Share.Text", "Housing knows nothing"),
            ("Share.ForMembershipId", World.HousingMember.ToString())
        );
        Assert.Contains(
            "Choose an agency you speak for.",
            pretending.Words,
            StringComparison.Ordinal
        );

        var (carys, scribe) = await Sitting.ComeAsync(moot, People.Coordinator);
        using var done = carys;
        var posing = await ForHousingAsync(carys, scribe, "");
        Assert.Contains("told you, and how", posing.Words, StringComparison.Ordinal);
        await ForHousingAsync(carys, scribe, "Hannah Wright by telephone");
        var shared = await moot.WithAsync(db =>
            db.Set<SharedInformation>().OrderBy(one => one.Id).ToListAsync()
        );
        Assert.Equal(2, shared.Count);
        Assert.All(shared, one => Assert.Equal(sitting.CaseItem, one.ItemId));
        Assert.Equal(
            ("Testshire Police", "Petra Novak", "Not to the landlord", ""),
            (
                shared[0].OrganisationName,
                shared[0].RecordedByName,
                shared[0].Handling,
                shared[0].Received.From
            )
        );
        Assert.Equal(
            ("Testbourne Council - Housing Options", "Carys Bevan", "Hannah Wright by telephone"),
            (shared[1].OrganisationName, shared[1].RecordedByName, shared[1].Received.From)
        );
    }

    private static Task<Page> ForHousingAsync(Browser browser, Page page, string from) =>
        browser.PostAsync(
            page,
            "handler=Share",
            null,
            ("Share.Text", "Rent is paid"),
            ("Share.ForMembershipId", World.HousingMember.ToString()),
            ("Share.ReceivedFrom", from)
        );
}
