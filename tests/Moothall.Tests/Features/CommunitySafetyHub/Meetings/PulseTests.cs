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
    public async Task Who_only_listens_is_not_signed_out_of_a_meeting_in_progress(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await Sitting.PrepareAsync(moot);
        var (clive, _) = await Sitting.StartAsync(moot);
        using var closing = clive;
        var (petra, _) = await Sitting.ComeAsync(moot, People.Police);
        using var ending = petra;
        var (hannah, _) = await Sitting.ComeAsync(moot, People.Housing);
        using var leaving = hannah;
        using var stop = new CancellationTokenSource(Patience);
        using var stream = await OpenAsync(petra, stop.Token);
        await NumberAsync(stream, stop.Token);
        // Two hours and more in steps: Petra's screen hears the stream, Hannah's asks, Clive's is shut.
        for (var step = 0; step < 4; step++)
        {
            moot.Clock.Advance(TimeSpan.FromMinutes(45));
            using var asked = await hannah.SendAsync(
                new(HttpMethod.Get, Sitting.Live + "/Pulse?once=1")
            );
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
            await SeenAsync(moot, People.Police.Id, stop.Token);
        }

        Assert.Equal(Sitting.Live, (await petra.GetAsync(Sitting.Live)).Path);
        Assert.StartsWith(
            "/Account/SignIn",
            (await clive.GetAsync(Sitting.Live)).Path,
            StringComparison.Ordinal
        );
        // The whole length of a session ends it all the same.
        moot.Clock.Advance(TimeSpan.FromHours(10));
        Assert.StartsWith(
            "/Account/SignIn",
            (await petra.GetAsync(Sitting.Live)).Path,
            StringComparison.Ordinal
        );
    }

    // Waits until the watch has counted the person as here at this moment.
    private static async Task SeenAsync(Moot moot, Guid person, CancellationToken cancel)
    {
        var now = moot.Clock.GetUtcNow().UtcDateTime;
        while (
            !await moot.WithAsync(db =>
                db.Set<UserSession>()
                    .AnyAsync(one => one.UserId == person && one.LastSeenAt >= now, cancel)
            )
        )
        {
            await Task.Delay(100, cancel);
        }
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

    internal static async Task<StreamReader> OpenAsync(Browser browser, CancellationToken cancel)
    {
        var answer = await browser.SendAsync(
            new(HttpMethod.Get, Sitting.Live + "/Pulse"),
            HttpCompletionOption.ResponseHeadersRead
        );
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no", answer.Headers.GetValues("X-Accel-Buffering").Single());
        return new(await answer.Content.ReadAsStreamAsync(cancel));
    }

    // Any line that is not a number would be content where none may be.
    internal static async Task<long> NumberAsync(StreamReader stream, CancellationToken cancel)
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
