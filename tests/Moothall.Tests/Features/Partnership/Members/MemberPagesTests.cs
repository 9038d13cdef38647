using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.Partnership.Members;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Partnership.Members;

/// <summary>Who belongs to the hub, on what basis, and who represents them.</summary>
public sealed class MemberPagesTests
{
    [Theory, BothDatabases]
    [Rule("S1-6.10")]
    [Rule("S1-4.4")]
    public async Task The_list_shows_who_is_shut_and_whom_nobody_represents(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.AddAsync(
            new HubMembership
            {
                BodyId = World.Hub,
                Name = "Testshire Fire and Rescue",
                Kind = MemberKind.Organisation,
                Order = 9,
            }
        );
        using var police = await moot.AsAsync(People.Police);
        var page = await police.GetAsync("/Partnership/Members");
        Assert.Contains("Petra Novak", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Add a member", page.Words, StringComparison.Ordinal);
        var gaps = (await police.GetAsync("/Partnership/Members?show=Gaps")).Words;
        Assert.Contains("Testshire Fire and Rescue", gaps, StringComparison.Ordinal);
        Assert.DoesNotContain("Housing Options", gaps, StringComparison.Ordinal);
        var shut = (await police.GetAsync("/Partnership/Members?show=Shut")).Words;
        Assert.Contains("was due for review on 31 October 2026", shut, StringComparison.Ordinal);
        Assert.Contains(
            "No basis for sharing information has been recorded for Testshire Fire and Rescue",
            shut,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Harbour", shut, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-4.2")]
    public async Task A_basis_needs_date_evidence_and_review_and_opens_content_at_once(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var path = $"/Partnership/Members/Protocol/{World.LapsedMember}";
        using var len = await moot.AsAsync(People.Lapsed);
        Assert.Equal(HttpStatusCode.Forbidden, (await len.GetAsync(path)).Status);
        Assert.Contains(
            "was due for review on 31 October 2026",
            (await len.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"/Partnership/Members/Protocol/{Guid.CreateVersion7()}")).Status
        );
        var page = await carys.GetAsync(path);
        var bad = await carys.PostAsync(
            page,
            page.Form("Record"),
            null,
            [
                .. Date("Input.Date", 2026, 11, 24),
                ("Input.Evidence", ""),
                .. Date("Input.ReviewDate", 2026, 2, 31),
            ]
        );
        Assert.Equal(3, bad.Errors.Count);
        Assert.Contains("Input_Date", bad.Text, StringComparison.Ordinal);
        var done = await carys.PostAsync(
            page,
            page.Form("Record"),
            null,
            [
                ("Input.Basis", nameof(ProtocolBasis.StatutoryProtocol)),
                .. Date("Input.Date", 2026, 11, 20),
                ("Input.Evidence", "Letter of 20 November, in the team's folder"),
                .. Date("Input.ReviewDate", 2027, 11, 20),
            ]
        );
        Assert.Contains(
            "Meeting content is open to Registered Social Landlords",
            done.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "was due for review",
            (await len.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-4.2")]
    public async Task A_lapse_shuts_content_at_once(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.AddAsync(
            new HubAction
            {
                BodyId = World.Hub,
                MeetingId = World.NextMeeting,
                Text = "Walk the estate",
                OwnerMembershipId = World.CharityMember,
                OwnerName = "Harbour",
                Due = new(2026, 11, 24),
                AgreedAt = TestClock.MondayMorning.AddDays(-6),
            }
        );
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Contains(
            "1 action of your agency",
            (await zainab.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        await moot.WithAsync(async db =>
            (
                await db.Set<HubMembership>().SingleAsync(one => one.Id == World.CharityMember)
            ).ProtocolReviewDate = new(2026, 11, 23)
        );
        Assert.Contains(
            "1 action of your agency",
            (await zainab.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        // The review day itself still counts; the next day does not.
        moot.Clock.Advance(TimeSpan.FromHours(16));
        using var again = await moot.AsAsync(People.Charity);
        var shut = (await again.GetAsync("/")).Words;
        Assert.DoesNotContain("action of your agency", shut, StringComparison.Ordinal);
        Assert.Contains("was due for review on 23 November 2026", shut, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    [Rule("S1-4.1")]
    [Rule("S1-4.4")]
    public async Task A_voluntary_organisation_is_admitted_and_stays_shut_until_its_basis_is_recorded(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        using var chair = await moot.AsAsync(People.Chair);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await chair.GetAsync($"/Partnership/Members/Edit?hub={World.Hub}")).Status
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Partnership/Members/Edit?hub={World.Hub}");
        var bad = await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            ("Input.Name", ""),
            ("Input.NewOrganisation", "")
        );
        Assert.Contains("Enter the name of the entry", bad.Errors);
        var detail = await carys.PostAsync(
            page,
            page.Form("Save"),
            null,
            ("Input.Name", "Crime Support Agencies"),
            ("Input.Kind", nameof(MemberKind.AgencyClass)),
            ("Input.NewOrganisation", "Testbourne Victim Line")
        );
        Assert.Equal(HttpStatusCode.OK, detail.Status);
        Assert.Contains("Testbourne Victim Line", detail.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Meeting content is shut to this member",
            detail.Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task A_member_leaves_and_may_come_back(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync($"/Partnership/Members/Leave/{World.CharityMember}");
        await carys.PostAsync(page, page.Form("Save"), null, Date("Input.LeftOn", 2026, 11, 22));
        Assert.DoesNotContain(
            "Domestic Abuse Support",
            (await carys.GetAsync("/Partnership/Members")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Domestic Abuse Support",
            (await carys.GetAsync("/Partnership/Members?show=Left")).Words,
            StringComparison.Ordinal
        );
        using var zainab = await moot.AsAsync(People.Charity);
        Assert.Contains(
            "left the hub on 22 November 2026",
            (await zainab.GetAsync("/")).Words,
            StringComparison.Ordinal
        );
        var back = await carys.GetAsync($"/Partnership/Members/Leave/{World.CharityMember}");
        await carys.PostAsync(
            back,
            back.Form("Save"),
            null,
            Date("Input.LeftOn", null, null, null)
        );
        Assert.Contains(
            "Domestic Abuse Support",
            (await carys.GetAsync("/Partnership/Members")).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    [Rule("S3-2b")]
    public async Task The_protocol_has_a_register_and_reminders_are_recorded(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var guest = await moot.AsAsync(People.Guest);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await guest.GetAsync("/Partnership/SharingProtocols")).Status
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.GetAsync("/Partnership/SharingProtocols");
        Assert.Contains(
            "One Testshire Information Sharing Protocol",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("31 December 2027", page.Words, StringComparison.Ordinal);
        var done = await carys.PostAsync(page, page.Form("Record that all"));
        Assert.Contains(
            "5 members were reminded on 23 November 2026",
            done.Words,
            StringComparison.Ordinal
        );
        // Whoever is shut has no duties to be reminded of here.
        Assert.Null(
            await moot.WithAsync(db =>
                db.Set<HubMembership>()
                    .Where(one => one.Id == World.LapsedMember)
                    .Select(one => one.RemindedOn)
                    .SingleAsync()
            )
        );
        using var police = await moot.AsAsync(People.Police);
        var theirs = await police.GetAsync("/Partnership/SharingProtocols");
        Assert.DoesNotContain("Record that all", theirs.Words, StringComparison.Ordinal);
    }

    private static (string Name, string? Value)[] Date(
        string field,
        int? year,
        int? month,
        int? day
    ) => [($"{field}.Day", $"{day}"), ($"{field}.Month", $"{month}"), ($"{field}.Year", $"{year}")];
}
