using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Priorities;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Plan.Initiatives;

/// <summary>What the list is narrowed to. It stands in the address, so that it can be shared.</summary>
public sealed class InitiativeFilter
{
    public InitiativeKind? Kind { get; set; }
    public InitiativeStatus? Status { get; set; }
    public Guid? Priority { get; set; }

    /// <summary>The calendar year in which the year from 1 April begins; every year where it is empty.</summary>
    public int? Year { get; set; }

    /// <summary>Whether anything is asked.</summary>
    public bool IsEmpty => Kind is null && Status is null && Priority is null && Year is null;
}

/// <summary>An initiative with its rows and the names they stand for.</summary>
public sealed record InitiativeLine(
    Initiative Initiative,
    string Lead,
    IReadOnlyList<string> Partners,
    IReadOnlyList<Priority> Priorities
)
{
    /// <summary>All that funders give, in pence; nothing where no amount is known.</summary>
    public long? Pence =>
        Initiative.Funders.Exists(one => one.Pence is not null)
            ? Initiative.Funders.Sum(one => one.Pence ?? 0)
            : null;

    /// <summary>Partners from the list and those that were typed.</summary>
    public string PartnerWords =>
        string.Join(
            "; ",
            Partners.Concat(
                Initiative.Details.OtherPartners.Split(
                    '\n',
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
            )
        );
}

/// <summary>What the initiatives of a list come to; what was called off is not counted.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Reached">People reached.</param>
/// <param name="Pence">Money of all funders, in pence.</param>
public sealed record InitiativeTotals(int Count, long Reached, long Pence);

/// <summary>Lists of initiatives. Whoever may see any sees all: they hold nobody's case.</summary>
public static class InitiativeList
{
    /// <summary>Those that fit, the latest first and those without a date before them.</summary>
    public static IQueryable<Initiative> Chosen(MoothallDb db, InitiativeFilter filter)
    {
        var chosen = db.Set<Initiative>().AsNoTracking();
        if (filter.Kind is { } kind)
        {
            chosen = chosen.Where(one => one.Details.Kind == kind);
        }

        if (filter.Status is { } status)
        {
            chosen = chosen.Where(one => one.Status == status);
        }

        if (filter.Priority is { } priority)
        {
            chosen = chosen.Where(one => one.Priorities.Any(link => link.PriorityId == priority));
        }

        if (filter.Year is >= PlanYear.Earliest and <= PlanYear.Latest)
        {
            var year = new PlanYear(filter.Year.Value);
            chosen = Within(chosen, year.First, year.Last);
        }

        return chosen
            .OrderBy(one => one.Details.From == null ? 0 : 1)
            .ThenByDescending(one => one.Details.From)
            .ThenBy(one => one.Details.Title)
            .ThenBy(one => one.Id);
    }

    /// <summary>Those that go on at some time between two days and were not called off, the earliest first.</summary>
    public static IQueryable<Initiative> Between(MoothallDb db, DateOnly first, DateOnly last) =>
        Within(db.Set<Initiative>().AsNoTracking(), first, last)
            .Where(one => one.Status != InitiativeStatus.CalledOff)
            .OrderBy(one => one.Details.From)
            .ThenBy(one => one.Details.Title)
            .ThenBy(one => one.Id);

    // One without a last day is of one day.
    private static IQueryable<Initiative> Within(
        IQueryable<Initiative> initiatives,
        DateOnly first,
        DateOnly last
    ) =>
        initiatives.Where(one =>
            one.Details.From <= last
            && (
                one.Details.Until >= first
                || (one.Details.Until == null && one.Details.From >= first)
            )
        );

    /// <summary>What they come to.</summary>
    public static async Task<InitiativeTotals> TotalAsync(
        MoothallDb db,
        IQueryable<Initiative> chosen,
        CancellationToken cancel
    )
    {
        var counted = chosen.Where(one => one.Status != InitiativeStatus.CalledOff);
        var ids = counted.Select(one => one.Id);
        return new(
            await counted.CountAsync(cancel),
            await counted.SumAsync(one => (long?)one.Details.Reached, cancel) ?? 0,
            await db.Set<InitiativeFunder>()
                .Where(one => ids.Contains(one.InitiativeId))
                .SumAsync(one => one.Pence, cancel)
                ?? 0
        );
    }

    /// <summary>Reads them with the names of what they point to.</summary>
    public static async Task<List<InitiativeLine>> LinesAsync(
        MoothallDb db,
        IQueryable<Initiative> chosen,
        CancellationToken cancel
    )
    {
        var found = await chosen
            .AsSplitQuery()
            .Include(one => one.Funders.OrderBy(part => part.Order))
            .Include(one => one.Partners)
            .Include(one => one.Priorities)
            .ToListAsync(cancel);
        var organisations = await db.Set<Organisation>()
            .AsNoTracking()
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        var priorities = await db.Set<Priority>()
            .AsNoTracking()
            .ToDictionaryAsync(one => one.Id, cancel);
        return found.ConvertAll(one => new InitiativeLine(
            one,
            organisations[one.LeadId],
            [
                .. one
                    .Partners.Select(part => organisations[part.OrganisationId])
                    .Order(StringComparer.CurrentCulture),
            ],
            [
                .. one
                    .Priorities.Select(part => priorities[part.PriorityId])
                    .OrderBy(priority => priority.Name, StringComparer.CurrentCulture),
            ]
        ));
    }
}
