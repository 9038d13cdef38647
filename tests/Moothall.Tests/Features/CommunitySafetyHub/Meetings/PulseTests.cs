using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Platform.Access;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>What keeps screens in step sends numbers and ends when it must (settled 24).</summary>
public sealed class PulseTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, BothDatabases]
    public async Task The_stream_gives_only_numbers_and_they_move(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        using var stop = new CancellationTokenSource(Patience);
        using var stream = await OpenAsync(petra, stop.Token);
        var first = await NumberAsync(stream, stop.Token);
        await Sitting.MoveAsync(clive, Sitting.CaseTitle);
        var second = await NumberAsync(stream, stop.Token);
        Assert.True(second > first, $"{second} after {first}");
        using var asked = await petra.SendAsync(
            new(HttpMethod.Get, Sitting.Live + "/Pulse?once=1")
        );
        Assert.Equal(
            second.ToString(CultureInfo.InvariantCulture),
            await asked.Content.ReadAsStringAsync(stop.Token)
        );
        var board = await petra.GetAsync(Sitting.Live + "?handler=Board");
        Assert.Contains($"data-pulse=\"{second}\"", board.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_stream_ends_with_the_session(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        using var stop = new CancellationTokenSource(Patience);
        using var stream = await OpenAsync(petra, stop.Token);
        await NumberAsync(stream, stop.Token);
        await moot.WithAsync(db =>
            db.Set<UserSession>()
                .Where(session => session.UserId == People.Police.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, Sitting.Morning))
        );
        Assert.Empty((await stream.ReadToEndAsync(stop.Token)).Trim());
        using var again = await petra.SendAsync(new(HttpMethod.Get, Sitting.Live + "/Pulse"));
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task The_stream_ends_when_the_application_stops(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        using var stop = new CancellationTokenSource(Patience);
        using var stream = await OpenAsync(petra, stop.Token);
        await NumberAsync(stream, stop.Token);
        Assert.Equal(1, moot.Services.GetRequiredService<PulseWatch>().Screens);
        moot.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Empty((await stream.ReadToEndAsync(stop.Token)).Trim());
    }

    [Theory, BothDatabases]
    public async Task Asking_for_the_number_keeps_no_session_alive(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        for (var quarter = 0; quarter < 7; quarter++)
        {
            moot.Clock.Advance(TimeSpan.FromMinutes(17));
            using var answer = await petra.SendAsync(
                new(HttpMethod.Get, Sitting.Live + "/Pulse?once=1")
            );
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        moot.Clock.Advance(TimeSpan.FromMinutes(2));
        using var late = await petra.SendAsync(new(HttpMethod.Get, Sitting.Live + "/Pulse?once=1"));
        Assert.Equal(HttpStatusCode.Found, late.StatusCode);
    }

    private static async Task<StreamReader> OpenAsync(Browser browser, CancellationToken cancel)
    {
        var answer = await browser.SendAsync(
            new(HttpMethod.Get, Sitting.Live + "/Pulse"),
            HttpCompletionOption.ResponseHeadersRead
        );
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new(await answer.Content.ReadAsStreamAsync(cancel));
    }

    // Any line that is not a number would be content where none may be.
    private static async Task<long> NumberAsync(StreamReader stream, CancellationToken cancel)
    {
        while (true)
        {
            var line = await stream.ReadLineAsync(cancel);
            Assert.NotNull(line);
            if (line.Length > 0 && line != ":")
            {
                Assert.StartsWith("data: ", line, StringComparison.Ordinal);
                return long.Parse(line[6..], NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }
    }
}
