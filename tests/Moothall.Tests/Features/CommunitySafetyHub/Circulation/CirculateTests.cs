using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Circulation;

/// <summary>Who gets the minutes, by which route and why.</summary>
public sealed class CirculateTests
{
    [Theory, BothDatabases]
    [Rule("S1-3.4")]
    public async Task Every_current_member_gets_a_copy_by_the_route_that_suits_and_the_lapsed_get_nothing(
        Database database
    )
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var words = (await carys.GetAsync(HeldMeeting.Page)).Words;
        Assert.Contains(
            "Nothing is sent, because: Their organisation's agreement to the information sharing protocol is not current. The information sharing protocol of Registered Social Landlords was due for review on 31 October 2026.",
            words,
            StringComparison.Ordinal
        );
        Assert.Contains("Circulate to 7 people", words, StringComparison.Ordinal);

        var status = await HeldMeeting.CirculateAsync(moot);

        Assert.Equal(HeldMeeting.StatusPage, status.Path);
        var copies = await HeldMeeting.CopiesAsync(moot);
        Assert.Equal(
            new Dictionary<string, CirculationRoute>
            {
                ["Carys Bevan"] = CirculationRoute.ReadInProduct,
                ["Sunil Rao"] = CirculationRoute.ReadInProduct,
                ["Petra Novak"] = CirculationRoute.ReadInProduct,
                ["Olwen Price"] = CirculationRoute.ReadInProduct,
                ["Gita Shah"] = CirculationRoute.ReadInProduct,
                ["Hannah Wright"] = CirculationRoute.SecureAddress,
                ["Zainab Malik"] = CirculationRoute.LockedFile,
            }.OrderBy(pair => pair.Key),
            copies.ToDictionary(c => c.RecipientName, c => c.Route).OrderBy(pair => pair.Key)
        );
        Assert.Equal(
            "Copy of Petra Novak, Testshire Police",
            copies.Single(c => c.UserId == People.Police.Id).Mark
        );
        foreach (var (person, why) in Nobody)
        {
            Assert.Contains(person, status.Words, StringComparison.Ordinal);
            Assert.Contains(why, status.Words, StringComparison.Ordinal);
        }

        var notices = await moot.WithAsync(db => db.Set<Notice>().ToListAsync());
        Assert.Equal(
            ["carys", "gita", "olwen", "petra", "sunil"],
            notices.Select(notice => notice.To.Split('@')[0]).Order()
        );
    }

    private static readonly (string, string)[] Nobody =
    [
        ("Len Frost", "is not current"),
        ("Dominic Lee", "gsi.gov.uk was retired in March 2019"),
        ("Anton Weir", "to invitees registered for the meeting"),
    ];

    [Theory, BothDatabases]
    [Rule("C1")]
    public async Task A_retired_suffix_is_refused_with_the_reason_and_the_own_list_counts_only_while_its_evidence_holds(
        Database database
    )
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(HeldMeeting.Page);
        Assert.Contains(
            "gsi.gov.uk was retired in March 2019: an address there can no longer be trusted. Ask for a current address, or set up an account.",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "housing.example is on the partnership's list",
            page.Words,
            StringComparison.Ordinal
        );

        moot.Clock.Set(new(2027, 10, 1, 9, 0, 0, DateTimeKind.Utc));
        using var later = await moot.AsAsync(People.Coordinator);
        page = await later.GetAsync(HeldMeeting.Page);
        Assert.Contains("so it no longer counts as secure", page.Words, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_person_is_left_out_with_a_reason_and_no_address_can_be_typed(
        Database database
    )
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(HeldMeeting.Page);
        var tooLong = await carys.PostAsync(
            page,
            "Circulate to",
            null,
            ($"LeaveOut[{People.Police.Id}]", new string('x', 301))
        );
        Assert.Contains(
            "300 characters or less",
            Assert.Single(tooLong.Errors),
            StringComparison.Ordinal
        );
        Assert.Equal(
            $"#leave-out-{People.Police.Id}",
            tooLong.Document.QuerySelector(".govuk-error-summary a")?.GetAttribute("href")
        );
        Assert.Empty(await HeldMeeting.CopiesAsync(moot));

        await carys.PostAsync(
            tooLong,
            "Circulate to",
            null,
            ($"LeaveOut[{People.Police.Id}]", "On leave until Monday"),
            ($"LeaveOut[{People.Lapsed.Id}]", ""),
            ("Address", "thief@example.net"),
            ($"Address[{People.Charity.Id}]", "thief@example.net"),
            ("To", "thief@example.net")
        );

        var copies = await HeldMeeting.CopiesAsync(moot);
        Assert.Equal(6, copies.Count);
        Assert.DoesNotContain(copies, copy => copy.UserId == People.Police.Id);
        Assert.DoesNotContain(
            copies,
            copy => copy.Address.Contains("thief", StringComparison.Ordinal)
        );
        Assert.Contains(
            "Left out by Carys Bevan: On leave until Monday",
            (await carys.GetAsync(HeldMeeting.StatusPage)).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_list_that_changed_meanwhile_is_shown_again_and_a_form_sent_twice_makes_one_copy_each(
        Database database
    )
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync(HeldMeeting.Page);
        await ReviewAsync(moot, World.PoliceMember, new(2026, 11, 1));
        var again = await carys.PostAsync(page, "Circulate to");
        Assert.Contains(
            "The list has changed",
            Assert.Single(again.Errors),
            StringComparison.Ordinal
        );
        Assert.Empty(await HeldMeeting.CopiesAsync(moot));

        var (first, second) = (
            await carys.GetAsync(HeldMeeting.Page),
            await carys.GetAsync(HeldMeeting.Page)
        );
        await carys.PostAsync(first, "Circulate to");
        await carys.PostAsync(first, "Circulate to");
        await carys.PostAsync(second, "Circulate to");
        Assert.Equal(6, (await HeldMeeting.CopiesAsync(moot)).Count);

        // The police put their protocol right: circulating again is for Petra alone.
        await ReviewAsync(moot, World.PoliceMember, new(2027, 11, 1));
        await HeldMeeting.CirculateAsync(moot);
        Assert.Equal(7, (await HeldMeeting.CopiesAsync(moot)).Count);
        Assert.Equal(5, await moot.WithAsync(db => db.Set<Notice>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_file_instead_of_reading_here_is_agreed_beforehand_for_a_secure_address_only(
        Database database
    )
    {
        await using var moot = await HeldMeeting.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync("/AgreedRoutes");
        var wrong = await carys.PostAsync(
            page,
            "Record an agreement",
            null,
            ("Details.Person", People.Scrutiny.Id.ToString()),
            ("Details.Route", nameof(CirculationRoute.None)),
            ("Details.Because", "")
        );
        Assert.Equal(3, wrong.Errors.Count);
        foreach (var person in new[] { People.Police, People.Councillor })
        {
            await moot.WithAsync(async db =>
                (
                    await db.Set<Moothall.Platform.Access.User>()
                        .SingleAsync(u => u.Id == People.Police.Id)
                ).Email = "petra@desk.housing.example"
            );
            await carys.PostAsync(
                page = await carys.GetAsync("/AgreedRoutes"),
                "Record an agreement",
                null,
                ("Details.Person", person.Id.ToString()),
                ("Details.Route", nameof(CirculationRoute.SecureAddress)),
                ("Details.Because", "Reads on the force network only")
            );
        }

        await HeldMeeting.CirculateAsync(moot);

        Assert.Equal(
            CirculationRoute.SecureAddress,
            (await HeldMeeting.CopyOfAsync(moot, People.Police)).Route
        );
        var olwen = await HeldMeeting.CopyOfAsync(moot, People.Councillor);
        Assert.Equal(CirculationRoute.ReadInProduct, olwen.Route);
        Assert.Contains(
            "A file by e-mail was agreed, but",
            olwen.Because,
            StringComparison.Ordinal
        );
    }

    private static Task ReviewAsync(Moot moot, Guid member, DateOnly review) =>
        moot.WithAsync(async db =>
            (await db.Set<HubMembership>().SingleAsync(m => m.Id == member)).ProtocolReviewDate =
                review
        );
}
