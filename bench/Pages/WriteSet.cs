using Moothall.Bench.Matching;

namespace Moothall.Bench.Pages;

/// <summary>Eight representatives of members who refer people and report on their agency's actions.</summary>
internal sealed class WriteSet : IDisposable
{
    private readonly Dice dice = new(5);
    private List<Writer> writers = [];

    public static async Task<WriteSet> OpenAsync(Uri root, Filling filling)
    {
        await using var db = filling.Open();
        return new() { writers = await Writer.OpenAllAsync(root, db) };
    }

    /// <summary>What is saved, beside a bare page that writes one row.</summary>
    public IReadOnlyList<Pair> Pairs(Uri bare)
    {
        var one = Each(_ => new(new(bare, "/Write"), "", [new("Text", "Visited.")]));
        return
        [
            new("Referral save", Each(Referral), one, null, IsWrite: true),
            new("Action update", Each(Report), one, null, IsWrite: true),
        ];
    }

    private Asked Referral(Writer writer) =>
        writer.Refer(
            Names.Given(dice),
            Names.Family(dice),
            1940 + dice.Below(70),
            "Threatened twice a week since October."
        );

    private Asked Report(Writer writer) =>
        writer.Report(dice.Of(writer.Actions), "Visited; a card was left.");

    private List<Func<Asked>> Each(Func<Writer, Asked> asked) =>
        [
            .. writers.Select(writer =>
                (Func<Asked>)(
                    () =>
                    {
                        // Chance is shared by clients that run at once.
                        lock (dice)
                        {
                            return asked(writer);
                        }
                    }
                )
            ),
        ];

    /// <inheritdoc/>
    public void Dispose() => writers.ForEach(writer => writer.Dispose());
}
