using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Referrals;

/// <summary>What becomes of a referral, and who is told.</summary>
public sealed class TriageTests
{
    private const string Save = "Save the decision";

    [Theory, BothDatabases]
    [Rule("S1-6.4")]
    public async Task Only_the_chair_and_the_team_decide_and_the_referrer_is_told_why(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Person());
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await petra.GetAsync($"/Referrals/{reference}/Triage")).Status
        );
        using var clive = await moot.AsAsync(People.Chair);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await clive.GetAsync("/Referrals/REF-2026-QQQQ/Triage")).Status
        );
        var page = await clive.GetAsync($"/Referrals/{reference}/Triage");
        var unsaid = await clive.PostAsync(page, Save, Save, ("Input.Outcome", "Decline"));
        Assert.Equal(["Say why. The referrer is told."], unsaid.Errors);

        await clive.PostAsync(
            unsaid,
            Save,
            Save,
            ("Input.Outcome", "Decline"),
            ("Input.Reason", "Housing can settle this alone.")
        );

        var told = await petra.GetAsync($"/Referrals/{reference}");
        Assert.Contains("Declined: usual working", told.Words, StringComparison.Ordinal);
        Assert.Contains("Housing can settle this alone.", told.Words, StringComparison.Ordinal);
        Assert.Contains(People.Chair.Name, told.Words, StringComparison.Ordinal);
        Assert.Equal(0, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));
        var notice = await moot.WithAsync(db =>
            db.Set<Notice>().SingleAsync(one => one.To == People.Police.Email)
        );
        Assert.Contains($"/Referrals/{reference}", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Threats", notice.Subject + notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Neill", notice.Subject + notice.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-6.4")]
    public async Task Accepting_begins_a_case_with_the_people_and_the_strictest_visibility(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(
            moot,
            People.Charity,
            Fill.Person(
                ("Input.OtherTopicIds", World.DomesticAbuse.ToString()),
                ("Input.Places[0].Description", "Quarry Lane")
            )
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Referrals/{reference}/Triage");
        Assert.NotNull(
            page.Document.QuerySelector("[name='Input.Visibility'][value='NamedAgencies'][checked]")
        );

        await DecideAsync(carys, reference, "AcceptUrgent", "Weekly threats to a victim.");

        var hubCase = await moot.WithAsync(db =>
            db.Set<HubCase>()
                .Include(one => one.People)
                .Include(one => one.Places)
                .Include(one => one.Topics)
                .Include(one => one.Shares)
                .SingleAsync()
        );
        Assert.Matches("^CSH-2026-[A-Z0-9]{4}$", hubCase.Reference);
        Assert.Equal(CaseVisibility.NamedAgencies, hubCase.Visibility);
        Assert.Equal("Marta O’Neill", hubCase.People.Single().FullName);
        Assert.Equal("Quarry Lane", hubCase.Places.Single().Description);
        Assert.Equal(2, hubCase.Topics.Count);
        Assert.Equal(World.Charity, hubCase.Shares.Single().OrganisationId);
        var referral = await moot.WithAsync(db =>
            db.Set<Referral>().Include(one => one.Decisions).SingleAsync()
        );
        Assert.Equal((ReferralStatus.Accepted, hubCase.Id), (referral.Status, referral.CaseId));
        Assert.Equal(TriageOutcome.AcceptUrgent, referral.Decisions.Single().Outcome);
    }

    [Theory, BothDatabases]
    public async Task The_second_of_two_who_decide_learns_what_the_first_decided(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var carys = await moot.AsAsync(People.Coordinator);
        using var clive = await moot.AsAsync(People.Chair);
        var hers = await carys.GetAsync($"/Referrals/{reference}/Triage");
        var his = await clive.GetAsync($"/Referrals/{reference}/Triage");
        await carys.PostAsync(
            hers,
            Save,
            Save,
            ("Input.Outcome", "Accept"),
            ("Input.Reason", "Needs several agencies.")
        );

        var second = await clive.PostAsync(
            his,
            Save,
            Save,
            ("Input.Outcome", "Decline"),
            ("Input.Reason", "The council can do this alone.")
        );

        Assert.Contains(People.Coordinator.Name, second.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Accept to the hub", second.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("The council can do this alone.", second.Text, StringComparison.Ordinal);
        var referral = await moot.WithAsync(db =>
            db.Set<Referral>().Include(one => one.Decisions).SingleAsync()
        );
        Assert.Equal(ReferralStatus.Accepted, referral.Status);
        Assert.Single(referral.Decisions);
    }

    [Theory, BothDatabases]
    public async Task Both_deciding_at_the_same_moment_saves_one_decision(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var carys = await moot.AsAsync(People.Coordinator);
        using var clive = await moot.AsAsync(People.Chair);
        var forms = new[]
        {
            (Who: carys, Page: await carys.GetAsync($"/Referrals/{reference}/Triage")),
            (Who: clive, Page: await clive.GetAsync($"/Referrals/{reference}/Triage")),
        };
        var pages = await Task.WhenAll(
            forms.Select(one =>
                one.Who.PostAsync(
                    one.Page,
                    Save,
                    Save,
                    ("Input.Outcome", "Accept"),
                    ("Input.Reason", "Needs several agencies.")
                )
            )
        );
        Assert.Single(pages, page => page.Path == "/Referrals");
        Assert.Equal(1, await moot.WithAsync(db => db.Set<HubCase>().CountAsync()));
        Assert.Equal(1, await moot.WithAsync(db => db.Set<TriageDecision>().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_returned_referral_is_completed_and_sent_again(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(
            moot,
            People.Police,
            Fill.Person(
                ("Input.People[0].Address", "HIDDENPLACE 7"),
                ("Input.People[0].AddressIsProtected", "true"),
                ("Input.People[0].ProtectedBecause", "He looks for her")
            )
        );
        using var petra = await moot.AsAsync(People.Police);
        var early = await petra.GetAsync($"/Referrals/{reference}/Edit");
        Assert.Equal($"/Referrals/{reference}", early.Path);
        using var carys = await moot.AsAsync(People.Coordinator);
        await DecideAsync(carys, reference, "Return", "Which floor does she live on?");
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await zainab.GetAsync($"/Referrals/{reference}/Edit")).Status
        );

        moot.Clock.Set(new(2026, 11, 23, 14, 0, 0, DateTimeKind.Utc));
        using var later = await moot.AsAsync(People.Police);
        var page = await later.GetAsync($"/Referrals/{reference}/Edit");
        Assert.Contains("Which floor does she live on?", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("HIDDENPLACE", page.Text, StringComparison.Ordinal);
        var sent = await later.PostAsync(
            page,
            Fill.Send,
            Fill.Send,
            ("Input.Details.Summary", "Threatened on the second floor."),
            ("Input.People[0].Address", "HIDDENPLACE 8, second floor"),
            ("Input.People[0].AddressIsProtected", "false"),
            ("Input.People[0].GivenNames", "Marta Anna")
        );

        Assert.Empty(sent.Errors);
        var referral = await moot.WithAsync(db =>
            db.Set<Referral>().Include(one => one.People).Include(one => one.Sendings).SingleAsync()
        );
        Assert.Equal(ReferralStatus.Submitted, referral.Status);
        Assert.Equal("Threatened on the second floor.", referral.Details.Summary);
        Assert.Equal("Marta Anna", referral.People.Single().GivenNames);
        // The first sending was in time and stays so in the history; the second counts from when it came.
        Assert.Equal(
            [false, true],
            referral.Sendings.OrderBy(one => one.At).Select(one => one.IsLate)
        );
        var kept = await moot.WithAsync(db => db.Set<ProtectedValue>().SingleAsync());
        Assert.Equal(referral.People.Single().Id, kept.PersonId);
        // The correction forgot the tick; what was kept from someone stays so.
        Assert.Equal("", referral.People.Single().Address);
        Assert.DoesNotContain("HIDDENPLACE", sent.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Joining_moves_the_people_to_the_case_and_names_the_agency_only_if_asked(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var first = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var carys = await moot.AsAsync(People.Coordinator);
        await DecideAsync(carys, first, "Accept", "Several agencies.");
        var hubCase = await moot.WithAsync(db => db.Set<HubCase>().SingleAsync());
        var second = await Fill.ReferAsync(moot, People.Charity, Fill.Person());
        var page = await carys.GetAsync($"/Referrals/{second}/Triage");
        var wrong = await carys.PostAsync(
            page,
            Save,
            Save,
            ("Input.Outcome", "Join"),
            ("Input.Reason", "The same trouble."),
            ("Input.CaseReference", "CSH-2026-QQQQ")
        );
        Assert.Equal(
            ["Enter the reference of a case you can see, like CSH-2026-K7QM"],
            wrong.Errors
        );
        await carys.PostAsync(
            wrong,
            Save,
            Save,
            ("Input.CaseReference", hubCase.Reference.ToLowerInvariant().Replace('-', ' '))
        );
        var joined = await moot.WithAsync(db =>
            db.Set<HubCase>().Include(one => one.People).Include(one => one.Shares).SingleAsync()
        );
        Assert.Equal("Marta O’Neill", joined.People.Single().FullName);
        Assert.DoesNotContain(joined.Shares, share => share.OrganisationId == World.Charity);
        // The case was not opened to the charity, so its referral does not name it either.
        using var zainab = await moot.AsAsync(People.Charity);
        var told = await zainab.GetAsync($"/Referrals/{second}");
        Assert.Contains("Joined to a case", told.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(hubCase.Reference, told.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-6.4")]
    public async Task Redirecting_says_where_to(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var carys = await moot.AsAsync(People.Coordinator);
        var unsaid = await DecideAsync(carys, reference, "Redirect", "It is theirs.");
        Assert.Equal(["Say where it is redirected to. The referrer is told."], unsaid.Errors);
        await carys.PostAsync(unsaid, Save, Save, ("Input.WhereTo", "The licensing forum."));
        using var petra = await moot.AsAsync(People.Police);
        Assert.Contains(
            "Redirected to: The licensing forum. It is theirs.",
            (await petra.GetAsync($"/Referrals/{reference}")).Words,
            StringComparison.Ordinal
        );
    }

    internal static async Task<Page> DecideAsync(
        Browser browser,
        string reference,
        string outcome,
        string reason
    )
    {
        var page = await browser.GetAsync($"/Referrals/{reference}/Triage");
        return await browser.PostAsync(
            page,
            Save,
            Save,
            ("Input.Outcome", outcome),
            ("Input.Reason", reason)
        );
    }
}
