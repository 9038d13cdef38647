using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Moothall.Platform.Data;

/// <summary>
/// How many rows a list has, counted a good way past the page that is read and no further: whoever meets more narrows the list,
/// and a page of twenty years of records costs what one of a single year does.
/// </summary>
/// <param name="Count">How many were counted.</param>
/// <param name="IsAll">Whether that is all of them.</param>
public sealed record Counted(int Count, bool IsAll)
{
    /// <summary>How many rows past the page are counted.</summary>
    public const int Ahead = 250;

    /// <summary>"1 case", "1,204 cases" or "More than 250 cases".</summary>
    public string Words(string one, string many)
    {
        var number = Count.ToString("n0", CultureInfo.InvariantCulture);
        return IsAll ? $"{number} {(Count == 1 ? one : many)}" : $"More than {number} {many}";
    }

    /// <summary>How many pages of this size are known.</summary>
    public int Pages(int pageSize) => (Count + pageSize - 1) / pageSize;

    /// <summary>Counts what is only told, such as what waits.</summary>
    public static Task<Counted> OfAsync<T>(IQueryable<T> rows, CancellationToken cancel) =>
        UpToAsync(rows, Ahead, cancel);

    /// <summary>Counts for a page, numbered from 1.</summary>
    public static Task<Counted> AroundAsync<T>(
        IQueryable<T> rows,
        int pageNumber,
        int pageSize,
        CancellationToken cancel
    ) =>
        // The number stands in the address, so it may be anything.
        UpToAsync(rows, (Math.Clamp(pageNumber, 1, 100_000) * pageSize) + Ahead, cancel);

    private static async Task<Counted> UpToAsync<T>(
        IQueryable<T> rows,
        int limit,
        CancellationToken cancel
    )
    {
        var count = await rows.Take(limit + 1).CountAsync(cancel);
        return new(Math.Min(count, limit), count <= limit);
    }
}
