using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Platform.Access;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Email;

/// <summary>Notices wait in the transaction of what they tell of and are sent once under a fixed identifier.</summary>
public sealed class NoticeTests
{
    [Theory, BothDatabases]
    public async Task A_notice_whose_fate_is_uncertain_goes_again_under_the_same_identifier(
        Database database
    )
    {
        var transport = new ScriptedTransport(
            new MailResult.Uncertain("lost"),
            new MailResult.Sent("250 queued")
        );
        await using var moot = await Moot.StartAsync(
            database,
            services => services.AddSingleton<IMailTransport>(transport)
        );
        await WriteAsync(moot, People.Police);

        await moot
            .Services.GetRequiredService<NoticeSender>()
            .RunOnceAsync(TestContext.Current.CancellationToken);
        Assert.Equal(NoticeStatus.Waiting, (await OnlyAsync(moot)).Status);
        moot.Clock.Advance(TimeSpan.FromMinutes(2));
        await moot
            .Services.GetRequiredService<NoticeSender>()
            .RunOnceAsync(TestContext.Current.CancellationToken);

        var notice = await OnlyAsync(moot);
        Assert.Equal(NoticeStatus.Sent, notice.Status);
        Assert.Equal([notice.Id, notice.Id], transport.Seen.Select(mail => mail.MessageId));
    }

    [Theory, BothDatabases]
    public async Task A_leaver_gets_no_notice(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.WithAsync(async db =>
            (await db.Set<User>().SingleAsync(u => u.Id == People.Police.Id)).LeftAt =
                TestClock.MondayMorning
        );
        await WriteAsync(moot, People.Police);
        Assert.Empty(await moot.WithAsync(db => db.Set<Notice>().ToListAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_turn_that_failed_gives_its_lease_back(Database database)
    {
        var transport = new ScriptedTransport();
        await using var moot = await Moot.StartAsync(
            database,
            services => services.AddSingleton<IMailTransport>(transport)
        );
        await WriteAsync(moot, People.Police);
        var sender = moot.Services.GetRequiredService<NoticeSender>();
        var cancel = TestContext.Current.CancellationToken;
        await Assert.ThrowsAsync<InvalidOperationException>(() => sender.RunOnceAsync(cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => sender.RunOnceAsync(cancel));
        Assert.Equal(2, transport.Seen.Count);
    }

    [Theory]
    [InlineData(null, null, "http://localhost:5080")]
    [InlineData(null, "http://localhost:5190", "http://localhost:5190")]
    [InlineData(null, "http://0.0.0.0:8080;https://localhost:8443", "http://localhost:8080")]
    [InlineData(null, "", "http://localhost:5080")]
    [InlineData(null, "http://*:8080", "http://localhost:8080")]
    [InlineData("https://moot.example.org/", "http://*:8080", "https://moot.example.org")]
    public void Links_lead_to_where_it_serves_unless_another_address_is_set(
        string? own,
        string? urls,
        string expected
    )
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationManager();
        (settings["PublicAddress"], settings["urls"]) = (own, urls);
        Assert.Equal(
            expected,
            new Notices(null!, TimeProvider.System, new(), settings).PublicAddress
        );
    }

    private static Task WriteAsync(Moot moot, Person to) =>
        moot.WithAsync(async db =>
        {
            var user = await db.Set<User>().SingleAsync(u => u.Id == to.Id);
            new Notices(
                db,
                moot.Clock,
                new(),
                new Microsoft.Extensions.Configuration.ConfigurationManager()
            ).Write(user, NoticeAbout.MinutesToRead, "/");
        });

    private static Task<Notice> OnlyAsync(Moot moot) =>
        moot.WithAsync(db => db.Set<Notice>().AsNoTracking().SingleAsync());

    private sealed class ScriptedTransport(params MailResult[] results) : IMailTransport
    {
        private readonly Queue<MailResult> script = new(results);

        public List<OutgoingMail> Seen { get; } = [];

        public Task<MailResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            Seen.Add(mail);
            return Task.FromResult(script.Dequeue());
        }
    }
}
