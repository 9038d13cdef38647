using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Platform.Email;
using Moothall.Platform.Operations;
using Moothall.Tests.Features.Account;
using Moothall.Tests.Hosting;
using Moothall.Tests.Platform.Backups;

namespace Moothall.Tests.Platform.Operations;

/// <summary>What watches the server hears one word of its health; figures are for this machine and for who knows the token.</summary>
public sealed class WatchTests
{
    [Theory, BothDatabases]
    public async Task It_is_alive_and_ready(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var stranger = moot.From("198.51.100.7");
        Assert.Equal((HttpStatusCode.OK, "alive\n"), await AskAsync(stranger, "/health/live"));
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await AskAsync(stranger, "/health/ready"));
    }

    [Theory, BothDatabases]
    public async Task Without_its_tables_it_lives_and_is_not_ready(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.WithAsync(db =>
            db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\"")
        );
        await NotReadyAsync(moot);
    }

    [Fact]
    public async Task Without_a_database_it_lives_and_is_not_ready()
    {
        await using var moot = await Moot.StartAsync(Database.Postgres);
        _ = moot.Server;
        await Template.DropAsync(moot.Address);
        await NotReadyAsync(moot);
    }

    [Fact]
    public async Task Without_its_key_it_is_not_ready()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        await BackupTests.StoreAsync(moot);
        File.Delete(Path.Combine(moot.Folder, "keys", "partnership.key"));
        await NotReadyAsync(moot);
    }

    [Fact]
    public async Task Where_files_cannot_be_written_it_is_not_ready()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        await BackupTests.StoreAsync(moot);
        Directory.Move(Path.Combine(moot.Folder, "files"), Path.Combine(moot.Folder, "gone"));
        await NotReadyAsync(moot);
    }

    [Fact]
    public async Task With_little_room_left_it_is_not_ready()
    {
        await using var moot = await Moot.StartAsync(
            Database.Sqlite,
            services =>
                services.Configure<OperationsOptions>(options =>
                    options.FreeDiskFloor = int.MaxValue
                )
        );
        await NotReadyAsync(moot);
    }

    [Theory, BothDatabases]
    public async Task Figures_tell_of_pages_mail_audit_backups_and_room(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var machine = moot.From("127.0.0.1");
        await moot.AddAsync(
            new Notice
            {
                To = People.Police.Email,
                Subject = "s",
                Text = "t",
                WrittenAt = moot.Clock.GetUtcNow().UtcDateTime.AddMinutes(-5),
                NextAttemptAt = moot.Clock.GetUtcNow().UtcDateTime,
            }
        );
        await machine.GetAsync("/Account/SignIn?returnUrl=%2FCases");
        await machine.GetAsync("/there-is-no-such-page");
        var (status, figures) = await AskAsync(machine, "/metrics");
        Assert.Equal(HttpStatusCode.OK, status);
        string[] told =
        [
            "moothall_requests_total{method=\"GET\",route=\"/Account/SignIn\",status=\"200\"} 1",
            "moothall_requests_total{method=\"GET\",route=\"/none\",status=\"404\"} 1",
            "moothall_request_seconds_bucket{method=\"GET\",route=\"/Account/SignIn\",le=\"+Inf\"} 1",
            "moothall_mail_waiting 1",
            "moothall_mail_oldest_seconds 300",
            "moothall_audit_waiting 0",
        ];
        Assert.All(told, line => Assert.Contains(line, figures.Split('\n')));
        Assert.Matches("moothall_free_disk_bytes [1-9]", figures);
        Assert.DoesNotContain("moothall_backup_age_seconds", figures, StringComparison.Ordinal);
        Assert.DoesNotContain(People.Police.Email, figures, StringComparison.Ordinal);

        await using var place = Place.Of(moot);
        await place.BackUpAsync();
        (_, figures) = await AskAsync(machine, "/metrics");
        Assert.Contains("moothall_backup_age_seconds", figures, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Without_a_database_figures_say_so_and_the_rest(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        using var machine = moot.From("127.0.0.1");
        Assert.Contains(
            "moothall_database_up 1\n",
            (await AskAsync(machine, "/metrics")).Item2,
            StringComparison.Ordinal
        );
        await moot.LoseDatabaseAsync();
        var (status, figures) = await AskAsync(machine, "/metrics");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("moothall_database_up 0\n", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("moothall_mail", figures, StringComparison.Ordinal);
        Assert.Matches("moothall_free_disk_bytes [1-9]", figures);
    }

    [Fact]
    public async Task Figures_are_for_this_machine_and_for_who_knows_the_token()
    {
        await using var moot = await Moot.StartAsync(
            Database.Sqlite,
            services =>
                services.Configure<OperationsOptions>(options => options.MetricsToken = "open")
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("198.51.100.7", "Bearer open"));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync("198.51.100.7", "Bearer opem"));
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync("198.51.100.7", null));
        // Handed on by the proxy of this machine for somebody elsewhere.
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync("127.0.0.1", null, "198.51.100.7"));

        async Task<HttpStatusCode> StatusAsync(string from, string? token, string? forwarded = null)
        {
            using var browser = moot.From(from);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.TryAddWithoutValidation("Authorization", token);
            if (forwarded is not null)
            {
                request.Headers.Add("X-Forwarded-For", forwarded);
            }

            using var answer = await browser.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    private static async Task NotReadyAsync(Moot moot)
    {
        using var stranger = moot.From("198.51.100.7");
        Assert.Equal((HttpStatusCode.OK, "alive\n"), await AskAsync(stranger, "/health/live"));
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "not ready\n"),
            await AskAsync(stranger, "/health/ready")
        );
    }

    private static async Task<(HttpStatusCode, string)> AskAsync(Browser browser, string path)
    {
        using var answer = await browser.Client.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
