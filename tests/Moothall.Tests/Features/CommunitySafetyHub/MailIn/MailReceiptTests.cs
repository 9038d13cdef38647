using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Email;
using Moothall.Tests.Hosting;
using Moothall.Tests.Servers;

namespace Moothall.Tests.Features.CommunitySafetyHub.MailIn;

/// <summary>Who is told that an e-mail has arrived.</summary>
public class MailReceiptTests
{
    [Theory, BothDatabases]
    public async Task Only_a_representative_gets_a_receipt_and_it_says_nothing(Database database)
    {
        await using var server = await DovecotServer.StartAsync();
        await using var moot = await Mails.MootAsync(database, server);
        await server.AppendAsync(Mails.Referral(People.Charity.Email));
        await server.AppendAsync(Mails.Referral("someone@elsewhere.example"));
        await server.AppendAsync(
            Mails.Referral(People.Police.Email, more: "Auto-Submitted: auto-replied\n")
        );
        await Mails.ReadAsync(moot);

        Assert.Equal(3, (await Mails.AllAsync(moot)).Count);
        var notice = Assert.Single(await moot.WithAsync(db => db.Set<Notice>().ToListAsync()));
        Assert.Equal(People.Charity.Email, notice.To);
        Assert.DoesNotContain("Marta", notice.Text + notice.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "threats",
            notice.Text + notice.Subject,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory, BothDatabases]
    public async Task Whoever_writes_in_anothers_name_has_them_told_once_an_hour(Database database)
    {
        await using var server = await DovecotServer.StartAsync();
        await using var moot = await Mails.MootAsync(database, server);
        async Task<int> ReceiptsAfterAsync(params Person[] senders)
        {
            foreach (var sender in senders)
            {
                await server.AppendAsync(Mails.Short(sender.Email, "Hello", "words"));
            }

            await Mails.ReadAsync(moot);
            return await moot.WithAsync(db => db.Set<Notice>().CountAsync());
        }

        Assert.Equal(2, await ReceiptsAfterAsync(People.Charity, People.Charity, People.Police));
        Assert.Equal(2, await ReceiptsAfterAsync(People.Charity));
        moot.Clock.Set(moot.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromHours(1));
        Assert.Equal(3, await ReceiptsAfterAsync(People.Charity, People.Charity));
    }
}
