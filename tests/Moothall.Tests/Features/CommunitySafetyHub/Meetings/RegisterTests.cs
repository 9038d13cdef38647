using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>The attendance register: nobody is here who has not signed; deputies and people without an account count.</summary>
public sealed class RegisterTests
{
    [Theory, BothDatabases]
    [Rule("S1-7.2f")]
    public async Task Nobody_is_marked_here_before_signing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var who = $"{World.PoliceMember}:{People.Police.Id}";
        var refused = await MarkAsync(carys, who, "here");
        Assert.Equal(
            ["Petra Novak has not signed the confidentiality agreement for this meeting."],
            refused.Errors
        );
        Assert.DoesNotContain((await Sitting.MeetingAsync(moot)).Register, entry => entry.IsHere);

        using var petra = await moot.AsAsync(People.Police);
        await petra.PostAsync(await petra.GetAsync(Sitting.Sign), "Agree and sign");
        var row = (await Sitting.MeetingAsync(moot)).Register.Single();
        var marked = await MarkAsync(carys, row.Id.ToString(), "here", "9:45");
        Assert.Empty(marked.Errors);
        var here = (await Sitting.MeetingAsync(moot)).Register.Single();
        Assert.Equal(
            (AttendanceState.Present, Sitting.Morning.AddMinutes(-5)),
            (here.State, here.ArrivedAt)
        );

        moot.Clock.Set(Sitting.Morning.AddMinutes(30));
        await MarkAsync(carys, row.Id.ToString(), "left", "10:15");
        Assert.Equal(
            Sitting.Morning.AddMinutes(25),
            (await Sitting.MeetingAsync(moot)).Register.Single().LeftAt
        );
    }

    [Theory, BothDatabases]
    public async Task Only_whoever_runs_the_meeting_marks_others(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        using var hannah = await moot.AsAsync(People.Housing);
        await hannah.PostAsync(await hannah.GetAsync(Sitting.Sign), "Agree and sign");
        var row = (await Sitting.MeetingAsync(moot)).Register.Single();
        var page = await petra.GetAsync(Sitting.Register);
        Assert.DoesNotContain("handler=Mark", page.Text, StringComparison.Ordinal);
        var own = page.Form("Send apologies");
        own.SetAttribute("action", Sitting.Register + "?handler=Mark");
        var answer = await petra.PostAsync(
            page,
            own,
            null,
            ("who", row.Id.ToString()),
            ("mark", "here")
        );
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(
            AttendanceState.Expected,
            (await Sitting.MeetingAsync(moot)).Register.Single().State
        );
    }

    [Theory, BothDatabases]
    [Rule("S1-5.1")]
    public async Task A_deputy_counts_for_the_membership(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var petra = await moot.AsAsync(People.Police);
        await petra.PostAsync(
            await petra.GetAsync(Sitting.Register),
            "Send apologies",
            null,
            ("deputy", People.PoliceDeputy.Id.ToString())
        );
        var (dominic, page) = await Sitting.ComeAsync(moot, People.PoliceDeputy);
        using var closing = dominic;
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var register = (await Sitting.MeetingAsync(moot)).Register;
        var police = register.Where(entry => entry.MembershipId == World.PoliceMember).ToList();
        Assert.Equal(2, police.Count);
        Assert.Equal(
            AttendanceState.Apologies,
            police.Single(entry => entry.UserId == People.Police.Id).State
        );
        var deputy = police.Single(entry => entry.UserId == People.PoliceDeputy.Id);
        Assert.Equal((AttendeeKind.Deputy, true), (deputy.Kind, deputy.IsHere));
    }

    [Theory, BothDatabases]
    [Rule("S1-7.2f")]
    public async Task Someone_without_an_account_agrees_aloud_before_a_witness(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.PostAsync(
            await carys.GetAsync(Sitting.Register),
            "Add to the register",
            null,
            ("Add.Name", "Wren Holloway"),
            ("Add.MembershipId", World.CharityMember.ToString())
        );
        var entry = (await Sitting.MeetingAsync(moot)).Register.Single();
        var page = await carys.GetAsync(Sitting.Register);
        var alone = await SignForAsync(carys, page, entry, "");
        Assert.Equal(["Say who heard or saw it"], alone.Errors);
        var impostor = await SignForAsync(carys, page, entry, "Carys Bevan", "InProduct");
        Assert.Contains("Only the person can sign here", impostor.Words, StringComparison.Ordinal);
        Assert.Empty((await Sitting.MeetingAsync(moot)).Signatures);

        await SignForAsync(carys, page, entry, "Carys Bevan");
        var signature = (await Sitting.MeetingAsync(moot)).Signatures.Single();
        Assert.Equal(
            (SigningManner.ReadAloud, "Carys Bevan", Sitting.Morning, (Guid?)entry.Id),
            (signature.Manner, signature.WitnessName, signature.SignedAt, signature.EntryId)
        );
        Assert.Empty((await MarkAsync(carys, entry.Id.ToString(), "here")).Errors);
    }

    [Theory, BothDatabases]
    public async Task A_lapsed_member_is_not_let_in_by_reading_aloud_either(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        var page = await carys.PostAsync(
            await carys.GetAsync(Sitting.Register),
            "Add to the register",
            null,
            ("Add.Name", "Wren Holloway"),
            ("Add.MembershipId", World.LapsedMember.ToString())
        );
        Assert.Contains("due for review on 31 October 2026", page.Words, StringComparison.Ordinal);
        Assert.Empty((await Sitting.MeetingAsync(moot)).Register);
    }

    [Theory, BothDatabases]
    [Rule("S1-4.5")]
    public async Task An_invitee_has_who_and_why_and_sees_only_their_own_item(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        using var gita = await moot.AsAsync(People.Guest);
        Assert.Equal(HttpStatusCode.NotFound, (await gita.GetAsync(Sitting.Live)).Status);
        using var carys = await moot.AsAsync(People.Coordinator);
        var wrong = await InviteAsync(carys, sitting, "");
        Assert.Equal(["Say why they are invited"], wrong.Errors);
        Assert.Empty((await Sitting.MeetingAsync(moot)).Register);
        await InviteAsync(carys, sitting, "speaks about scooters");
        var entry = (await Sitting.MeetingAsync(moot)).Register.Single();
        Assert.Equal(
            ("Carys Bevan", "speaks about scooters", AttendeeKind.Invitee),
            (entry.InvitedByName, entry.InvitedWhy, entry.Kind)
        );

        var (chair, _) = await Sitting.StartAsync(moot);
        using var closing = chair;
        var (guest, page) = await Sitting.ComeAsync(moot, People.Guest);
        using var ending = guest;
        Assert.Contains("Scooters in the park", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Any other business", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sitting.CaseTitle, page.Text, StringComparison.Ordinal);
        await Sitting.MoveAsync(chair, Sitting.CaseTitle);
        var later = await guest.GetAsync(Sitting.Live);
        Assert.DoesNotContain(Sitting.CaseTitle, later.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sitting.PersonMarker, later.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> MarkAsync(
        Browser browser,
        string who,
        string mark,
        string at = ""
    )
    {
        var page = await browser.GetAsync(Sitting.Register);
        var form = page.Document.QuerySelectorAll<IHtmlFormElement>("form.moot-marks").First();
        return await browser.PostAsync(page, form, null, ("who", who), ("mark", mark), ("at", at));
    }

    private static Task<Page> SignForAsync(
        Browser browser,
        Page page,
        AttendanceEntry entry,
        string witness,
        string manner = "ReadAloud"
    ) =>
        browser.PostAsync(
            page,
            "Record the agreement",
            null,
            ("SignFor.Who", entry.Id.ToString()),
            ("SignFor.Manner", manner),
            ("SignFor.Witness", witness)
        );

    private static async Task<Page> InviteAsync(Browser browser, Sitting sitting, string why) =>
        await browser.PostAsync(
            await browser.GetAsync($"/Meetings/{World.NextMeeting}/Invite"),
            (string?)null,
            null,
            ("Input.Kind", "Invitee"),
            ("Input.Name", "Gita Shah"),
            ("Input.UserId", People.Guest.Id.ToString()),
            ("Input.Agency", "Scooter watch"),
            ("Input.Why", why),
            ("Input.Items", sitting.Theme.ToString())
        );
}
