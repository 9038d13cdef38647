using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Platform.Data;

namespace Moothall.Features.Scrutiny;

/// <summary>What the law asks about scrutiny, from the partnership's legal numbers.</summary>
public sealed class ScrutinyLaw
{
    /// <summary>Within how many days a recipient replies (R4.7).</summary>
    public const string ReplyKey = "csp.scrutiny_reply";

    /// <summary>Within how many months the committee meets again (R4.3).</summary>
    public const string MeetingKey = "csp.scrutiny";

    // For a partnership that was written before the number was: what both regulations have said since 2009.
    private const int UsualDays = 28;
    private const int UsualMonths = 12;
    private const string Regulations =
        "Crime and Disorder (Overview and Scrutiny) Regulations 2009, reg";

    private readonly List<LegalParameter> numbers;

    /// <summary>From the numbers there are.</summary>
    public ScrutinyLaw(IEnumerable<LegalParameter> numbers) => this.numbers = [.. numbers];

    /// <summary>Reads them.</summary>
    public static async Task<ScrutinyLaw> ReadAsync(MoothallDb db, CancellationToken cancel) =>
        new(
            await db.Set<LegalParameter>()
                .AsNoTracking()
                .Where(one => one.Key == ReplyKey || one.Key == MeetingKey)
                .ToListAsync(cancel)
        );

    /// <summary>By when a reply is due to a report or recommendations of a day, with the source.</summary>
    public (DateOnly By, string Source) ReplyBy(DateOnly dated)
    {
        var (days, source) = On(ReplyKey, dated, UsualDays, $"{Regulations} 7");
        return (dated.AddDays(days), source);
    }

    /// <summary>By when scrutiny must look at the partnership again, with the source; rolling from the last time, not by year.</summary>
    public (DateOnly By, string Source) NextBy(DateOnly lastHeld)
    {
        var (months, source) = On(MeetingKey, lastHeld, UsualMonths, $"{Regulations} 4");
        return (lastHeld.AddMonths(months), source);
    }

    /// <summary>Where the rule of the yearly look stands.</summary>
    public string MeetingSource(DateOnly today) =>
        On(MeetingKey, today, UsualMonths, $"{Regulations} 4").Source;

    private (int Value, string Source) On(string key, DateOnly day, int usual, string source) =>
        numbers
            .Where(one => one.Key == key && one.EffectiveFrom <= day)
            .MaxBy(one => one.EffectiveFrom)
            is { } number
        && int.TryParse(
            number.Value,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? (value, number.Source)
            : (usual, source);
}
