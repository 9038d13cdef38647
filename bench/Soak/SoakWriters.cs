using Moothall.Bench.Matching;
using Moothall.Bench.Pages;

namespace Moothall.Bench.Soak;

/// <summary>People who save without pause until the product is gone. What each does is fixed; when it ends is not.</summary>
internal sealed class SoakWriters(IReadOnlyList<Writer> writers, Ledger ledger) : IDisposable
{
    private readonly HttpMessageInvoker wire = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
    );

    private readonly List<Dice> dice =
    [
        .. writers.Select((_, place) => new Dice((ulong)place + 1)),
    ];

    /// <summary>All of them save until <paramref name="end"/> has killed the product.</summary>
    public async Task RunAsync(Func<Task> end)
    {
        var all = writers.Select((who, place) => Task.Run(() => SaveAsync(who, dice[place])));
        var running = all.ToList();
        await end();
        await Task.WhenAll(running);
    }

    /// <summary>Sends what was in flight once more, as a person would; it must not be there twice.</summary>
    public async Task SendAgainAsync()
    {
        foreach (var deed in ledger.InFlight)
        {
            deed.Answer = await deed.Asked.SendAsync(wire);
        }
    }

    private async Task SaveAsync(Writer who, Dice chance)
    {
        try
        {
            var reference = "";
            while (true)
            {
                var deed = Next(who, chance, reference);
                ledger.Add(deed);
                deed.Answer = await deed.Asked.SendAsync(wire);
                if (deed.Kind == DeedKind.Referral)
                {
                    reference = deed.Answer.Split('?', '#')[0].Split('/')[^1];
                }
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            // The product is gone; what was in flight has no answer.
        }
    }

    private Deed Next(Writer who, Dice chance, string reference)
    {
        var mark = ledger.Mark();
        var choice = chance.Below(4);
        if (choice == 0 && reference.Length > 0)
        {
            return new(
                DeedKind.File,
                mark,
                who,
                who.Attach(reference, $"{mark}.txt", $"What {mark} says.")
            );
        }

        if (choice == 1 || who.Actions.Count == 0)
        {
            var year = 1940 + chance.Below(70);
            return new(DeedKind.Referral, mark, who, who.Refer("Ida", "Soakham", year, mark));
        }

        return new(DeedKind.Report, mark, who, who.Report(chance.Of(who.Actions), mark));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        wire.Dispose();
        foreach (var writer in writers)
        {
            writer.Dispose();
        }
    }
}
