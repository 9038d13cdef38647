namespace Moothall.Bench.Pages;

/// <summary>A page of the product beside the bare page that reads as many rows.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="Product">What the product's clients ask.</param>
/// <param name="Bare">What the bare page's clients ask.</param>
/// <param name="IsWrite">Whether something is saved.</param>
/// <param name="Aim">How many times the bare page's p95 it may take; nothing where no aim is set.</param>
internal sealed record Pair(
    string Name,
    IReadOnlyList<Func<Asked>> Product,
    IReadOnlyList<Func<Asked>> Bare,
    double? Aim,
    bool IsWrite = false
)
{
    /// <summary>The two in turns, so that a machine whose speed drifts slows both.</summary>
    public async Task<Comparison> CompareAsync(
        int clients,
        int pairs,
        TimeSpan length,
        HttpMessageInvoker wire
    )
    {
        var (product, bare) = (Product.Take(clients).ToList(), Bare.Take(clients).ToList());
        var warm = TimeSpan.FromSeconds(Math.Min(1, length.TotalSeconds));
        await Slice.RunAsync(bare, wire, warm);
        await Slice.RunAsync(product, wire, warm);
        var slices = new List<(Slice Product, Slice Bare)>();
        for (var turn = 0; turn < pairs; turn++)
        {
            slices.Add(
                (
                    await Slice.RunAsync(product, wire, length),
                    await Slice.RunAsync(bare, wire, length)
                )
            );
        }

        return new(this, clients, slices);
    }
}

/// <summary>What the slices of a pair came to: the middle one of each figure.</summary>
internal sealed record Comparison(
    Pair Pair,
    int Clients,
    IReadOnlyList<(Slice Product, Slice Bare)> Slices
)
{
    public double Product(int percent) =>
        Slice.Median(Slices.Select(turn => turn.Product.At(percent)));

    public double Bare(int percent) => Slice.Median(Slices.Select(turn => turn.Bare.At(percent)));

    public double Rate => Slice.Median(Slices.Select(turn => turn.Product.Rate));

    public double BareRate => Slice.Median(Slices.Select(turn => turn.Bare.Rate));

    /// <summary>How many times the bare page's, turn by turn.</summary>
    public double Ratio(int percent) =>
        Slice.Median(Slices.Select(turn => turn.Product.At(percent) / turn.Bare.At(percent)));
}
