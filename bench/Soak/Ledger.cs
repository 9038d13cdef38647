using System.Globalization;
using Moothall.Bench.Pages;

namespace Moothall.Bench.Soak;

/// <summary>What somebody saves.</summary>
internal enum DeedKind
{
    Referral,
    Report,
    File,
}

/// <summary>One thing somebody saved or tried to, known by a mark of its own in its text.</summary>
/// <param name="Kind">What was saved.</param>
/// <param name="Mark">What tells it from every other.</param>
/// <param name="Who">Who saves it.</param>
/// <param name="Asked">What their browser sends; the same again is the same deed.</param>
internal sealed record Deed(DeedKind Kind, string Mark, Writer Who, Asked Asked)
{
    /// <summary>Where the answer led; nothing before there was one.</summary>
    public string? Answer { get; set; }
}

/// <summary>Everything that was saved, by its mark.</summary>
internal sealed class Ledger
{
    public const string Begin = "Soak ";

    private readonly Lock one = new();
    private readonly List<Deed> deeds = [];
    private int last;

    /// <summary>Those whose answer has not come.</summary>
    public List<Deed> InFlight => Of(deed => deed.Answer is null);

    /// <summary>How many are known to be saved.</summary>
    public int Acknowledged => Of(deed => deed.Answer is not null).Count;

    /// <summary>A mark that nothing had before.</summary>
    public string Mark() =>
        string.Create(CultureInfo.InvariantCulture, $"{Begin}{Interlocked.Increment(ref last):d6}");

    public void Add(Deed deed)
    {
        lock (one)
        {
            deeds.Add(deed);
        }
    }

    public List<Deed> Of(Func<Deed, bool> which)
    {
        lock (one)
        {
            return [.. deeds.Where(which)];
        }
    }

    /// <summary>What is wrong with the marks that a database holds: one that was acknowledged must be there once.</summary>
    public IEnumerable<string> Faults(DeedKind kind, IEnumerable<string> found)
    {
        var counts = found.GroupBy(mark => mark).ToDictionary(group => group.Key, g => g.Count());
        foreach (var deed in Of(deed => deed.Kind == kind && deed.Answer is not null))
        {
            counts.Remove(deed.Mark, out var count);
            if (count != 1)
            {
                yield return $"{kind} {deed.Mark} was acknowledged and is there {count} times";
            }
        }

        foreach (var (mark, count) in counts)
        {
            yield return $"{kind} {mark} is there {count} times and nobody sent it";
        }
    }
}
