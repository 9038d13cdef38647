using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Moothall.Bench.Pages;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Documents;
using Moothall.Tests.Servers;

namespace Moothall.Bench.Soak;

/// <summary>
/// The product, killed again and again while eight people save and minutes are being sent: whatever was acknowledged must be
/// there, once, in an audit that holds, with its file; and no minutes may arrive twice.
/// </summary>
internal sealed class Soak : IAsyncDisposable
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(1800);
    private static readonly TimeSpan OneSending = TimeSpan.FromMilliseconds(150);

    // What is special about the next kill.
    private enum Turn
    {
        Nothing,
        Circulating,
        Sending,
    }

    private readonly DatabaseAddress address;
    private readonly string folder;
    private readonly Site site;
    private readonly Ledger ledger = new();
    private readonly SoakWriters writers;
    private readonly SoakMinutes minutes;
    private readonly List<string> faults = [];
    private readonly HashSet<Guid> interrupted = [];
    private int kept;
    private int sentAgain;
    private long entries;
    private (int Copies, int Sent, int Uncertain) copies;

    private Soak(
        DatabaseAddress address,
        string folder,
        Site site,
        IReadOnlyList<Writer> people,
        SoakMinutes minutes
    )
    {
        (this.address, this.folder, this.site, this.minutes) = (address, folder, site, minutes);
        writers = new(people, ledger);
    }

    /// <summary>What was lost, doubled or broken.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>How many saves were acknowledged, and how many copies of minutes there are.</summary>
    public (int Acknowledged, int Copies) Done => (ledger.Acknowledged, copies.Copies);

    /// <summary>Starts the product on a new demonstration partnership.</summary>
    /// <param name="address">An empty database.</param>
    /// <param name="folder">An empty folder for its files and keys.</param>
    /// <param name="contentRoot">Where the product's own files are.</param>
    /// <param name="mail">The server that its mail goes to.</param>
    public static async Task<Soak> StartAsync(
        DatabaseAddress address,
        string folder,
        string contentRoot,
        SmtpServer mail
    )
    {
        var product = await Site.StartAsync(
            typeof(MoothallDb).Assembly.Location,
            contentRoot,
            address.Text,
            "/Account/SignIn",
            ["serve", "--preset", "demo"],
            ("DataFolder", folder),
            // A process that lives for seconds gains nothing from what the runtime does for long-lived ones.
            ("DOTNET_TieredPGO", "0"),
            ("Mail__Host", mail.Host),
            ("Mail__Port", mail.Port.ToString(CultureInfo.InvariantCulture)),
            ("Mail__User", mail.User),
            ("Mail__Password", mail.Password),
            ("Mail__FromAddress", "hub@partnership.example"),
            ("Mail__FromName", "Community Safety"),
            ("Mail__PinnedCertificate", mail.Thumbprint)
        );
        await using var db = DirectDatabase.Open(address, "a soak");
        var people = await Writer.OpenAllAsync(product.Root, db);
        var papers = new SoakMinutes(address, mail);
        await papers.PrepareAsync(product.Root);
        return new(address, folder, product, people, papers);
    }

    /// <summary>Kills it so many times, and ends at the first kill after which something is wrong.</summary>
    public async Task RunAsync(int kills, TextWriter output)
    {
        for (var kill = 1; kill <= kills && faults.Count == 0; kill++)
        {
            await KillAsync((Turn)(kill % 3));
            if (kill % 10 == 0 || kill == kills || faults.Count > 0)
            {
                await output.WriteLineAsync(Line(kill));
            }
        }

        if (faults.Count == 0)
        {
            await minutes.SettleAsync();
            await CheckAsync();
        }

        foreach (var fault in faults)
        {
            await output.WriteLineAsync($"  {fault}");
        }
    }

    private async Task KillAsync(Turn turn)
    {
        if (turn == Turn.Circulating)
        {
            await minutes.CirculateAsync();
        }

        await writers.RunAsync(async () =>
        {
            await (turn == Turn.Sending ? minutes.BeginsToSendAsync() : Task.Delay(ShortestLife));
            var longest = turn == Turn.Sending ? OneSending : LongestLife;
            await Task.Delay(RandomNumberGenerator.GetInt32((int)longest.TotalMilliseconds));
            await site.KillAsync();
        });
        // Otherwise the product itself is the first to open what it left behind.
        if (turn == Turn.Circulating || await minutes.HasOpenAsync())
        {
            interrupted.UnionWith(await minutes.InterruptedAsync());
            await minutes.LetTimePassAsync();
        }

        await site.StartAgainAsync();
        // Minutes go out as soon as it starts, so it is killed once more before anybody looks.
        if (turn != Turn.Circulating)
        {
            await CheckAsync();
        }
    }

    private async Task CheckAsync()
    {
        var inFlight = ledger.InFlight;
        kept += await ThereAsync(inFlight);
        sentAgain += inFlight.Count;
        await writers.SendAgainAsync();
        await CheckSavedAsync(inFlight);
        faults.AddRange(await minutes.FaultsOfAsync(interrupted));
        interrupted.Clear();
        await CheckMailAsync();
    }

    private async Task<int> ThereAsync(IReadOnlyCollection<Deed> deeds)
    {
        await using var db = DirectDatabase.Open(address, "a soak");
        var there = new HashSet<string>();
        foreach (var kind in Enum.GetValues<DeedKind>())
        {
            there.UnionWith(await MarksAsync(db, kind));
        }

        return deeds.Count(deed => there.Contains(deed.Mark));
    }

    private async Task CheckSavedAsync(IReadOnlyCollection<Deed> inFlight)
    {
        await using var db = DirectDatabase.Open(address, "a soak");
        foreach (var kind in Enum.GetValues<DeedKind>())
        {
            faults.AddRange(ledger.Faults(kind, await MarksAsync(db, kind)));
        }

        var verdict = await AuditVerifier.VerifyAsync(db);
        entries = verdict.Entries;
        if (verdict.BrokenAt is { } link)
        {
            faults.Add($"The audit is broken at entry {link}: {verdict.Why}");
        }

        foreach (var file in await db.Set<StoredFile>().AsNoTracking().ToListAsync())
        {
            var content = new FileInfo(
                Path.Combine(folder, "files", file.StoreName[..2], file.StoreName)
            );
            if (!content.Exists || content.Length < file.Length)
            {
                faults.Add($"The file {file.FileName} has a row and no content");
            }
        }

        foreach (var deed in inFlight.Where(deed => deed.Kind == DeedKind.File))
        {
            await CheckFileAsync(deed);
        }
    }

    // A file whose saving was broken off and tried again opens and says what it said.
    private async Task CheckFileAsync(Deed deed)
    {
        var page = await deed.Who.Browser.GetAsync(deed.Answer!);
        var link = page
            .Document.QuerySelectorAll("main li a")
            .First(one => one.TextContent.Contains(deed.Mark, StringComparison.Ordinal))
            .GetAttribute("href")!;
        using var answer = await deed.Who.Browser.SendAsync(new(HttpMethod.Get, link));
        if (await answer.Content.ReadAsStringAsync() != deed.Asked.Upload!.Value.Text)
        {
            faults.Add($"The file {deed.Mark} does not say what it said");
        }
    }

    private async Task CheckMailAsync()
    {
        var (all, sent, uncertain, wrong) = await minutes.CountAsync();
        copies = (all, sent, uncertain);
        faults.AddRange(wrong);
    }

    private static async Task<List<string>> MarksAsync(MoothallDb db, DeedKind kind)
    {
        var texts = kind switch
        {
            DeedKind.Referral => db.Set<Referral>().Select(one => one.Details.Summary),
            DeedKind.Report => db.Set<ActionUpdate>().Select(one => one.Text),
            _ => db.Set<StoredFile>().Select(one => one.FileName.Replace(".txt", "")),
        };
        return await texts.Where(text => text.StartsWith(Ledger.Begin)).ToListAsync();
    }

    private string Line(int kill) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{kill} kills: {ledger.Acknowledged:n0} saves acknowledged, {sentAgain} broken off ({kept} of them had been kept) and sent again; {entries:n0} audit entries; minutes: {copies.Copies} copies, {copies.Sent} sent, {copies.Uncertain} uncertain; {(faults.Count == 0 ? "nothing lost, nothing double" : $"{faults.Count} FAULTS")}"
        );

    /// <summary>The last line.</summary>
    public string Summary(string database, int kills) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{database}: {kills} kills, {ledger.Acknowledged:n0} saves acknowledged, {copies.Sent} of {copies.Copies} copies of minutes sent and {copies.Uncertain} left uncertain: {(faults.Count == 0 ? "nothing lost, nothing double" : $"{faults.Count} FAULTS")}"
        );

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        writers.Dispose();
        minutes.Dispose();
        await site.DisposeAsync();
    }
}
