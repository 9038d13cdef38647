using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Audit;
using Moothall.Platform.Email;
using Moothall.Platform.Forms;
using Moothall.Tests.Features.CommunitySafetyHub.Circulation;
using Moothall.Tests.Features.CommunitySafetyHub.Meetings;
using Moothall.Tests.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Faults;

/// <summary>Two web processes serve one partnership from one PostgreSQL.</summary>
public sealed class TwoProcessesTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_sent_to_both_at_the_same_moment_is_saved_once_and_the_audit_holds()
    {
        await using var moot = await Moot.StartAsync(Database.Postgres);
        await using var beside = moot.Beside();
        using var one = await moot.AsAsync(People.Police);
        using var other = await beside.AsAsync(People.Police);
        for (var round = 1; round <= 5; round++)
        {
            var key = Guid.CreateVersion7().ToString();
            var fields = Fill.Place(
                (FormStampTagHelper.KeyField, key),
                ("Input.FormId", key),
                ("Input.Details.Title", $"Damage, round {round}")
            );
            var (first, second) = (
                await one.GetAsync(Fill.Address),
                await other.GetAsync(Fill.Address)
            );
            var answers = await Task.WhenAll(
                one.PostAsync(first, Fill.Send, Fill.Send, fields),
                other.PostAsync(second, Fill.Send, Fill.Send, fields)
            );
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers.Select(answer => answer.Path).Distinct());
        }

        Assert.Equal(5, await moot.WithAsync(db => db.Set<Referral>().CountAsync()));
        var verdict = await beside.WithAsync(db => AuditVerifier.VerifyAsync(db));
        Assert.Null(verdict.BrokenAt);
        Assert.True(verdict.Entries > 10, $"{verdict.Entries} entries");
    }

    [Fact]
    public async Task A_job_that_both_begin_is_done_by_one()
    {
        var transport = new ScriptedTransport();
        await using var moot = await Moot.StartAsync(
            Database.Postgres,
            services => services.AddSingleton<IMailTransport>(transport)
        );
        await using var beside = moot.Beside();
        await Fill.ReferAsync(moot, People.Police, Fill.Place());
        var waiting = await moot.WithAsync(db => db.Set<Notice>().CountAsync());
        var besideRan = new TaskCompletionSource();
        // While the first sends, the second takes its turn and must find it taken.
        transport.Next(async _ =>
        {
            await Sender(beside).RunOnceAsync(None);
            besideRan.SetResult();
            return new MailResult.Sent("250 OK");
        });
        await Sender(moot).RunOnceAsync(None);

        Assert.True(besideRan.Task.IsCompletedSuccessfully);
        Assert.True(waiting > 0);
        Assert.Equal(waiting, transport.Seen.Count);
        Assert.Equal(waiting, transport.Seen.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_meeting_that_goes_on_in_one_is_followed_in_the_other()
    {
        await using var moot = await Moot.StartAsync(Database.Postgres);
        await using var beside = moot.Beside();
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var chair = clive;
        beside.Clock.Set(moot.Clock.GetUtcNow().UtcDateTime);
        var (petra, _) = await Sitting.ComeAsync(beside, People.Police);
        using var follower = petra;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var stream = await PulseTests.OpenAsync(petra, patience.Token);
        var first = await PulseTests.NumberAsync(stream, patience.Token);

        await Sitting.MoveAsync(clive, Sitting.CaseTitle);

        Assert.True(await PulseTests.NumberAsync(stream, patience.Token) > first);
        Assert.Contains(
            Sitting.PersonMarker,
            (await petra.GetAsync(Sitting.Live)).Text,
            StringComparison.Ordinal
        );
    }

    private static NoticeSender Sender(Moot moot) =>
        moot.Services.GetRequiredService<NoticeSender>();
}
