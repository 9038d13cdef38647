using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Audit;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.WriteUps;

/// <summary>The paper of a meeting in progress opens to whoever its screen opens to, and to nobody else.</summary>
public sealed class BrokenOffDoorTests
{
    [Theory, BothDatabases]
    [Rule("S1-7.2f")]
    public async Task Who_has_not_signed_is_told_to_and_does_nothing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await BrokenOff.BeginAsync(moot);
        using var closing = clive;
        using var carys = await moot.AsAsync(People.Coordinator);
        // On the screen still: she gets no button, and the address refuses her.
        var shut = await carys.GetAsync(PaperSheet.Address);
        Assert.DoesNotContain("handler=BreakOff", shut.Text, StringComparison.Ordinal);
        var sign = await carys.GetAsync(Sitting.Sign);
        var forged = sign.Form("Agree and sign");
        forged.SetAttribute("action", $"{PaperSheet.Address}?handler=BreakOff");
        var refused = await carys.PostAsync(sign, forged);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.True((await Sitting.MeetingAsync(moot)).IsOnScreen);

        await BrokenOff.BreakOffAsync(clive);
        shut = await carys.GetAsync(PaperSheet.Address);
        Assert.Contains("Sign the confidentiality agreement", shut.Words, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Sitting.Sign}\"", shut.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Scooters", shut.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Save", shut.Text, StringComparison.Ordinal);
        Assert.Equal(0, await ReadsOfCasesAsync(moot, People.Coordinator));
        var signed = await carys.PostAsync(await carys.GetAsync(Sitting.Sign), "Agree and sign");
        Assert.Contains($"href=\"{PaperSheet.Address}\"", signed.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Scooters are seized",
            (await carys.GetAsync(PaperSheet.Address)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases]
    public async Task After_the_end_the_chair_gets_back_their_own_words_and_no_more(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        var sitting = await Sitting.PrepareAsync(moot);
        var (clive, _) = await BrokenOff.BeginAsync(moot);
        using var closing = clive;
        await BrokenOff.BreakOffAsync(clive);
        var open = await clive.GetAsync(PaperSheet.Address);
        moot.Clock.Set(Sitting.Morning.AddHours(1));
        using var carys = await BrokenOff.SignedAsync(moot, People.Coordinator);
        Assert.Equal(
            $"/Minutes/{World.NextMeeting}",
            (await BrokenOff.EndAsync(carys, sitting)).Path
        );
        var late = await PaperSheet.ItemAsync(
            clive,
            sitting.CaseItem,
            "Discussed",
            "A letter went",
            open
        );
        Assert.Contains("written down already", late.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("A letter went", late.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Noise goes on", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Sitting.CaseTitle, late.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_is_not_shown_is_not_noted_as_read(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        await carys.GetAsync(PaperSheet.Address);
        await moot.WithAsync(db =>
            db.Set<HubMeeting>()
                .Where(one => one.Id == World.NextMeeting)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Status, MeetingStatus.Ended))
        );
        var over = await carys.GetAsync(PaperSheet.Address);
        Assert.Contains("written down already", over.Words, StringComparison.Ordinal);
        Assert.Equal(0, await ReadsOfCasesAsync(moot, People.Coordinator));
    }

    private static Task<int> ReadsOfCasesAsync(Moot moot, Person person) =>
        moot.WithAsync(db =>
            db.Set<AuditContent>()
                .CountAsync(one => one.Kind == AuditKind.Read && one.ActorId == person.Id)
        );
}
