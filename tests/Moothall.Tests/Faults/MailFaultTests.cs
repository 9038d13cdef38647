using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moothall.Platform.Email;
using Moothall.Tests.Features.CommunitySafetyHub.Circulation;
using Moothall.Tests.Features.CommunitySafetyHub.Referrals;
using Moothall.Tests.Hosting;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Faults;

/// <summary>A mail server that is down, slow or refuses one recipient holds nothing else up.</summary>
public sealed class MailFaultTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task While_it_is_down_notices_wait_and_each_is_sent_once_afterwards(
        Database database
    )
    {
        await using var server = await SmtpServer.StartAsync();
        await using var moot = await StartAsync(database, Transport(server));
        await server.StopAsync();
        await Fill.ReferAsync(moot, People.Police, Fill.Place());
        await SendAsync(moot, None);
        var waiting = await NoticesAsync(moot);
        Assert.NotEmpty(waiting);
        Assert.All(waiting, one => Assert.Equal(NoticeStatus.Waiting, one.Status));

        await server.StartAgainAsync();
        foreach (var wait in new[] { TimeSpan.FromMinutes(3), TimeSpan.FromHours(3) })
        {
            moot.Clock.Advance(wait);
            await SendAsync(moot, None);
        }

        Assert.All(await NoticesAsync(moot), one => Assert.Equal(NoticeStatus.Sent, one.Status));
        Assert.Equal(
            waiting.Select(one => one.To).Order(),
            (await server.MessagesAsync()).Select(one => one.To).Order()
        );
    }

    [Theory, BothDatabases]
    public async Task While_it_is_slow_people_save_as_ever_and_the_notice_waits(Database database)
    {
        await using var server = await SmtpServer.StartAsync();
        server.HoldAnswers();
        var slow = new Watched(Transport(server));
        await using var moot = await StartAsync(database, slow);
        await Fill.ReferAsync(moot, People.Police, Fill.Place());
        using var stop = new CancellationTokenSource();
        var sending = SendAsync(moot, stop.Token);
        await slow.Begun;

        var reference = await Fill.ReferAsync(moot, People.Police, Fill.Place());

        Assert.NotEmpty(reference);
        Assert.False(sending.IsCompleted);
        await stop.CancelAsync();
        await Xunit.Record.ExceptionAsync(() => sending);
        Assert.All(await NoticesAsync(moot), one => Assert.Equal(NoticeStatus.Waiting, one.Status));
    }

    [Theory, BothDatabases]
    public async Task One_recipient_it_refuses_keeps_the_minutes_from_nobody_else(Database database)
    {
        await using var server = await SmtpServer.StartAsync();
        server.Refuse("zainab@harbour.example", "This mailbox was closed");
        await using var moot = await MailTests.StartAsync(database, server);
        await HeldMeeting.SendAsync(moot);
        await SendAsync(moot, None);

        var copies = (await HeldMeeting.CopiesAsync(moot)).Where(copy => copy.IsFile).ToList();
        Assert.Equal(
            ["hannah@housing.example: Sent", "zainab@harbour.example: Refused"],
            copies.Select(copy => $"{copy.Address}: {copy.Status}").Order()
        );
        var notices = await NoticesAsync(moot);
        Assert.NotEmpty(notices);
        Assert.All(notices, one => Assert.Equal(NoticeStatus.Sent, one.Status));
    }

    private static Task<Moot> StartAsync(Database database, IMailTransport transport) =>
        Moot.StartAsync(database, services => services.AddSingleton(transport));

    private static Task SendAsync(Moot moot, CancellationToken cancel) =>
        moot.Services.GetRequiredService<NoticeSender>().RunOnceAsync(cancel);

    private static Task<List<Notice>> NoticesAsync(Moot moot) =>
        moot.WithAsync(db => db.Set<Notice>().AsNoTracking().ToListAsync());

    private static SmtpTransport Transport(SmtpServer server) =>
        new(
            Options.Create(
                new MailOptions
                {
                    Host = server.Host,
                    Port = server.Port,
                    User = server.User,
                    Password = server.Password,
                    FromAddress = "hub@partnership.example",
                    FromName = "Community Safety",
                    PinnedCertificate = server.Thumbprint,
                }
            ),
            TimeProvider.System
        );

    private sealed class Watched(IMailTransport inner) : IMailTransport
    {
        private readonly TaskCompletionSource begun = new();

        public Task Begun => begun.Task;

        public Task<MailResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            begun.TrySetResult();
            return inner.SendAsync(mail, cancellationToken);
        }
    }
}
